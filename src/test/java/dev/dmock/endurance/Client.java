package dev.dmock.endurance;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One client of a server that will be killed: makes and removes sources and tasks of its own in one space, and knows what
 * has to be there, but for the one request that it had no answer to.
 */
final class Client {

    /** How a thing of a client can be. */
    enum Condition {
        ABSENT,
        PRESENT,
        RUNNING,
        PAUSED
    }

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SOURCES = 3;
    private static final String JSON = "application/json";

    private final HttpClient http;
    private final String prefix;
    private final String name;
    private final Random random;
    private final TreeMap<String, Condition> known = new TreeMap<>();
    private @Nullable String doubtful;
    private Condition doubtfulAfter = Condition.ABSENT;
    private int acknowledged;
    /** Writes that turned out to have been made although they were not answered. */
    private int unanswered;

    Client(HttpClient http, String prefix, String name, long seed) {
        this.http = http;
        this.prefix = prefix;
        this.name = name;
        this.random = new Random(seed);
        for (int i = 0; i < SOURCES; i++) {
            known.put(source(i), Condition.ABSENT);
            known.put(task(i), Condition.ABSENT);
        }
    }

    private String source(int i) {
        return "source-" + name + "-" + i;
    }

    private String task(int i) {
        return "task-" + name + "-" + i;
    }

    String prefix() {
        return prefix;
    }

    int acknowledged() {
        return acknowledged;
    }

    int unanswered() {
        return unanswered;
    }

    /** How many of its writes were made, but for the one that is in doubt. */
    int settled() {
        return acknowledged + unanswered;
    }

    boolean isInDoubt() {
        return doubtful != null;
    }

    /** Works until the server does not answer any more, or it is enough. */
    void work(URI server, BooleanSupplier goOn) {
        try {
            while (goOn.getAsBoolean()) {
                write(server);
            }
        } catch (IOException killed) {
            // the request stays in doubt
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(URI server) throws IOException, InterruptedException {
        int i = random.nextInt(SOURCES);
        Condition task = condition(task(i));
        if (condition(source(i)) == Condition.ABSENT) {
            send(server, "POST", "/sources", Bodies.source(source(i)), source(i), Condition.PRESENT);
        } else if (task == Condition.ABSENT && random.nextInt(3) == 0) {
            send(server, "DELETE", "/sources/" + source(i), "", source(i), Condition.ABSENT);
        } else if (task == Condition.ABSENT) {
            send(server, "POST", "/tasks", Bodies.task(task(i), source(i)), task(i), Condition.RUNNING);
        } else if (random.nextInt(4) == 0) {
            send(server, "DELETE", "/tasks/" + task(i), "", task(i), Condition.ABSENT);
        } else if (task == Condition.RUNNING) {
            send(server, "POST", "/tasks/" + task(i) + "/pause", "", task(i), Condition.PAUSED);
        } else {
            send(server, "POST", "/tasks/" + task(i) + "/resume", "", task(i), Condition.RUNNING);
        }
    }

    private Condition condition(String thing) {
        return known.getOrDefault(thing, Condition.ABSENT);
    }

    private void send(URI server, String method, String path, String body, String thing, Condition after)
            throws IOException, InterruptedException {
        doubtful = thing;
        doubtfulAfter = after;
        HttpRequest request = HttpRequest.newBuilder(server.resolve(prefix + "/api/v1" + path))
                .timeout(PATIENCE)
                .header("Content-Type", JSON)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new AssertionError(method + " " + path + " answers " + answer.statusCode() + " " + answer.body());
        }
        known.put(thing, after);
        doubtful = null;
        acknowledged++;
    }

    /**
     * Compares what is there with what has to be there, and goes on from what is there.
     *
     * @param there the conditions of all things of the space
     */
    List<String> contradictions(Map<String, Condition> there) {
        List<String> found = new ArrayList<>();
        for (String thing : Set.copyOf(known.keySet())) {
            Condition is = there.getOrDefault(thing, Condition.ABSENT);
            boolean wasMade = thing.equals(doubtful) && is == doubtfulAfter;
            if (wasMade) {
                unanswered++;
            } else if (is != condition(thing)) {
                String or = thing.equals(doubtful) ? " or " + doubtfulAfter : "";
                found.add(prefix + " " + thing + " is " + is + ", not " + condition(thing) + or);
            }
            known.put(thing, is);
        }
        doubtful = null;
        return found;
    }
}
