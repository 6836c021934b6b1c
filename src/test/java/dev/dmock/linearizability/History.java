package dev.dmock.linearizability;

import dev.dmock.linearizability.Entry.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** What many clients of one space asked at the same time, and what they were answered. */
final class History {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ConcurrentLinkedQueue<Entry> entries = new ConcurrentLinkedQueue<>();

    void add(Entry entry) {
        entries.add(entry);
    }

    List<Entry> entries() {
        return entries.stream().sorted(Comparator.comparingLong(Entry::call)).toList();
    }

    /**
     * Lets all clients ask, each as often as this, or until it gets no answer.
     *
     * @param meanwhile what happens while they do
     */
    void record(HttpClient http, URI api, int clients, int times, Runnable meanwhile) {
        long seed = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        List<Future<?>> asking = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            Caller caller = new Caller(http, api, i, seed + i);
            asking.add(threads.submit(() -> {
                int done = 0;
                while (done < times && caller.call(this)) {
                    done++;
                }
            }));
        }
        meanwhile.run();
        threads.shutdown();
        try {
            for (Future<?> done : asking) {
                done.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One client looks at everything. */
    void look(HttpClient http, URI api) {
        Caller caller = new Caller(http, api, 0, 0);
        caller.call(this, Kind.SOURCES, 0);
        for (int pair = 0; pair < Caller.PAIRS; pair++) {
            caller.call(this, Kind.STATUS, pair);
        }
    }

    static Path write(List<Entry> entries, Path file) {
        try {
            Files.createDirectories(file.getParent());
            return Files.writeString(
                    file, entries.stream().map(JSON::writeValueAsString).collect(Collectors.joining("\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
