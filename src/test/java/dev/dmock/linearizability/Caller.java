package dev.dmock.linearizability;

import dev.dmock.endurance.Bodies;
import dev.dmock.linearizability.Entry.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One of the clients of a space: asks for this and that, and keeps what it was answered. */
final class Caller {

    /** How many sources there can be, each with a task; the checker knows the number. */
    static final int PAIRS = 8;

    static final int WORKERS = 20;

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What is asked for, more often what stands here more often. */
    private static final List<Kind> MIX = List.of(
            Kind.SOURCES,
            Kind.SOURCES,
            Kind.TASKS,
            Kind.STATUS,
            Kind.STATUS,
            Kind.CREATE_SOURCE,
            Kind.CREATE_SOURCE,
            Kind.CREATE_SOURCE,
            Kind.DELETE_SOURCE,
            Kind.CREATE_TASK,
            Kind.CREATE_TASK,
            Kind.DELETE_TASK,
            Kind.PAUSE,
            Kind.RESUME,
            Kind.TRANSFER);

    private final HttpClient http;
    private final URI api;
    private final int number;
    private final Random random;

    /** @param api where the operations of the space begin */
    Caller(HttpClient http, URI api, int number, long seed) {
        this.http = http;
        this.api = api;
        this.number = number;
        this.random = new Random(seed);
    }

    /** Makes some request and tells of it; one that is not answered is the last. */
    boolean call(History history) {
        return call(history, MIX.get(random.nextInt(MIX.size())), random.nextInt(PAIRS));
    }

    boolean call(History history, Kind kind, int pair) {
        int target = kind == Kind.TRANSFER ? 1 + random.nextInt(WORKERS) : 0;
        HttpRequest request = request(kind, pair, target);
        long call = System.nanoTime();
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            history.add(entry(call, System.nanoTime(), kind, pair, target, answer));
            return true;
        } catch (HttpTimeoutException late) {
            throw new AssertionError("no answer to " + request + " in " + PATIENCE, late);
        } catch (IOException ended) {
            history.add(Entry.unanswered(number, call, System.nanoTime(), kind, pair, target));
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request(Kind kind, int pair, int target) {
        String source = "source-" + pair;
        String task = "task-" + pair;
        return switch (kind) {
            case SOURCES -> request("GET", "sources?with_status=true", "");
            case TASKS -> request("GET", "tasks", "");
            case STATUS -> request("GET", "tasks/" + task + "/status", "");
            case CREATE_SOURCE -> request("POST", "sources", Bodies.source(source));
            case DELETE_SOURCE -> request("DELETE", "sources/" + source, "");
            case CREATE_TASK -> request("POST", "tasks", Bodies.task(task, source));
            case DELETE_TASK -> request("DELETE", "tasks/" + task, "");
            case PAUSE -> request("POST", "tasks/" + task + "/pause", "");
            case RESUME -> request("POST", "tasks/" + task + "/resume", "");
            case TRANSFER ->
                request("POST", "sources/" + source + "/transfer", "{\"worker_name\": \"worker" + target + "\"}");
        };
    }

    private HttpRequest request(String method, String path, String body) {
        return HttpRequest.newBuilder(api.resolve(path))
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build();
    }

    private Entry entry(long call, long returned, Kind kind, int pair, int target, HttpResponse<String> answer) {
        if (answer.statusCode() >= 500) {
            throw new AssertionError(kind + " answers " + answer.statusCode() + " " + answer.body());
        }
        JsonNode json = answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
        boolean done = answer.statusCode() < 300;
        return new Entry(
                number,
                call,
                returned,
                kind,
                pair,
                target,
                done ? Entry.OK : json.get("error_code").asString(),
                done && kind == Kind.CREATE_SOURCE ? worker(json) : 0,
                done && kind == Kind.STATUS ? stage(json.at("/data/0/stage").asString()) : 0,
                switch (kind) {
                    case SOURCES, TASKS -> seen(json.get("data"), kind);
                    default -> List.of();
                });
    }

    private static List<Integer> seen(JsonNode list, Kind kind) {
        List<Integer> seen = new ArrayList<>(Collections.nCopies(PAIRS, 0));
        for (JsonNode shown : list) {
            String name =
                    shown.get(kind == Kind.SOURCES ? "source_name" : "name").asString();
            int pair = Integer.parseInt(name.substring(name.indexOf('-') + 1));
            seen.set(pair, kind == Kind.SOURCES ? worker(shown) : 1);
        }
        return seen;
    }

    private static int worker(JsonNode source) {
        String name = source.at("/status_list/0/worker_name").asString();
        return Integer.parseInt(name.substring("worker".length()));
    }

    private static int stage(String stage) {
        return switch (stage) {
            case "Running" -> 1;
            case "Paused" -> 2;
            default -> throw new AssertionError("no client made it " + stage);
        };
    }
}
