package dev.dmock.endurance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/** Disturbs one of several replicas again and again while clients write to all, and finds what was lost or invented. */
final class ReplicaRounds {

    private static final int CLIENTS = 8;
    private static final List<String> PREFIXES = List.of("", "/_dmock/spaces/a", "/_dmock/spaces/b");

    private final Replicas replicas;
    private final int longestMillis;
    private final Random random;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<Client> clients = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();

    /** What happens to a replica. */
    enum Disturbance {
        /** It is killed in the middle of requests, and started again. */
        KILLED,
        /** It is stopped in the middle of requests, and goes on when others have written. */
        ASLEEP
    }

    /** @param name what the clients' things are called after, so that rounds do not meet */
    ReplicaRounds(Replicas replicas, String name, long seed, int longestMillis) {
        this.replicas = replicas;
        this.longestMillis = longestMillis;
        this.random = new Random(seed);
        for (int i = 0; i < CLIENTS; i++) {
            String prefix = PREFIXES.get(i % PREFIXES.size());
            clients.add(new Client(http, prefix, name + i, random.nextLong()));
        }
        PREFIXES.forEach(this::reset);
    }

    /** Whatever was played before, clients speak to the version that the servers were started with. */
    private void reset(String prefix) {
        HttpRequest request = HttpRequest.newBuilder(replicas.first().resolve(prefix + "/_dmock/reset"))
                .POST(BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(prefix + " was not reset: " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was wrong: nothing, if all is well. */
    List<String> findings() {
        return findings;
    }

    int acknowledged() {
        return clients.stream().mapToInt(Client::acknowledged).sum();
    }

    void run(int rounds, Disturbance disturbance) {
        for (int round = 0; round < rounds && findings.isEmpty(); round++) {
            work(random.nextInt(replicas.count()), disturbance);
            compare();
        }
    }

    private void work(int number, Disturbance disturbance) {
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        AtomicBoolean goOn = new AtomicBoolean(true);
        URI base = replicas.first();
        List<Future<?>> work = new ArrayList<>();
        clients.forEach(client -> work.add(threads.submit(() -> client.work(base, goOn::get))));
        try {
            pass();
            switch (disturbance) {
                case KILLED -> {
                    replicas.kill(number);
                    pass();
                }
                case ASLEEP -> {
                    replicas.putToSleep(number);
                    pass();
                    replicas.wake(number);
                    pass();
                }
            }
            goOn.set(false);
            for (Future<?> done : work) {
                done.get();
            }
        } catch (ExecutionException refused) {
            findings.add(refused.getCause() + "\n" + replicas.logs());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdown();
        }
        if (disturbance == Disturbance.KILLED) {
            replicas.restart(number);
        }
    }

    private void pass() throws InterruptedException {
        Thread.sleep(random.nextInt(longestMillis));
    }

    private void compare() {
        for (String prefix : PREFIXES) {
            Inspection inspection = Inspection.of(http, replicas.first(), prefix);
            inspection.faults().forEach(fault -> findings.add(prefix + ": " + fault));
            clients.stream()
                    .filter(client -> client.prefix().equals(prefix))
                    .forEach(client -> findings.addAll(client.contradictions(inspection.there())));
        }
    }
}
