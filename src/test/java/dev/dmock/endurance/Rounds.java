package dev.dmock.endurance;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** Ends a server again and again while clients write to it, and finds what was lost, invented or torn apart. */
final class Rounds {

    private static final int CLIENTS = 8;
    private static final List<String> PREFIXES = List.of("", "/_dmock/spaces/a", "/_dmock/spaces/b");

    private final ServerProcess.Command command;
    private final Path data;
    private final Random random;
    private final int longestMillis;
    private final List<String> findings = new ArrayList<>();
    private final List<Start> starts = new ArrayList<>();
    private final List<Client> clients;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** How long a start took until the server was ready, and how much of that it computed. */
    record Start(Duration taken, Duration computed) {}

    /** How a server ends. */
    enum Ending {
        /** At once: a request that got no answer may have been carried out. */
        KILLED,
        /** In good order: a request that got no answer was not carried out. */
        TERMINATED
    }

    /** @param longestMillis how long clients work at most before the server is ended */
    Rounds(ServerProcess.Command command, Path data, long seed, int longestMillis) {
        this.longestMillis = longestMillis;
        this.command = command;
        this.data = data;
        this.random = new Random(seed);
        this.clients = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(new Client(http, PREFIXES.get(i % PREFIXES.size()), "c" + i, random.nextLong()));
        }
    }

    /** What was wrong: nothing, if all is well. */
    List<String> findings() {
        return findings;
    }

    List<Start> starts() {
        return starts;
    }

    int acknowledged() {
        return clients.stream().mapToInt(Client::acknowledged).sum();
    }

    /** Ends the server so many times, or until something is wrong. */
    void run(int rounds, Ending ending) {
        for (int round = 0; round < rounds && findings.isEmpty(); round++) {
            try (ServerProcess server = startAndCompare()) {
                work(server, ending);
            }
            lookAtFile();
        }
        startAndCompare().close();
        long unanswered = clients.stream().mapToInt(Client::unanswered).sum();
        if (ending == Ending.TERMINATED && unanswered > 0) {
            findings.add(unanswered + " requests were carried out, but not answered");
        }
    }

    private ServerProcess startAndCompare() {
        ServerProcess server = ServerProcess.start(command);
        Duration taken = server.awaitReady();
        starts.add(new Start(taken, server.cpuTime()));
        compare(server.at("/"));
        return server;
    }

    private void work(ServerProcess server, Ending ending) {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        URI base = server.at("/");
        List<Future<?>> work = new ArrayList<>();
        clients.forEach(client -> work.add(threads.submit(() -> client.work(base, () -> true))));
        try {
            Thread.sleep(random.nextInt(longestMillis));
            switch (ending) {
                case KILLED -> server.kill();
                case TERMINATED -> server.terminate();
            }
            server.awaitExit();
            for (Future<?> done : work) {
                done.get();
            }
        } catch (ExecutionException refused) {
            findings.add(refused.getCause() + "\n" + server.log());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
    }

    private void compare(URI server) {
        for (String prefix : PREFIXES) {
            Inspection inspection = Inspection.of(http, server, prefix);
            inspection.faults().forEach(fault -> findings.add(prefix + ": " + fault));
            clients.stream()
                    .filter(client -> client.prefix().equals(prefix))
                    .forEach(client -> findings.addAll(client.contradictions(inspection.there())));
        }
    }

    /** Each write is one commit, and so is the making of a space. */
    private void lookAtFile() {
        DatabaseFile left = DatabaseFile.leftIn(data);
        findings.addAll(left.faults());
        Map<String, List<Client>> bySpace = clients.stream().collect(Collectors.groupingBy(Client::prefix));
        bySpace.forEach((prefix, users) -> {
            String space = prefix.isEmpty() ? "default" : prefix.substring(prefix.lastIndexOf('/') + 1);
            long least = 1 + users.stream().mapToInt(Client::settled).sum();
            long most = least + users.stream().filter(Client::isInDoubt).count();
            long version = left.versions().getOrDefault(space, 0L);
            if (version < least || version > most) {
                findings.add("space " + space + " was written " + version + " times, not " + least + " to " + most);
            }
        });
    }
}
