package dev.dmock.endurance;

import dev.dmock.endurance.Client.Condition;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a server says is in a space, and whether that fits together. */
final class Inspection {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http;
    private final URI api;
    private final Map<String, Condition> there = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    private Inspection(HttpClient http, URI api) {
        this.http = http;
        this.api = api;
    }

    static Inspection of(HttpClient http, URI server, String prefix) {
        Inspection inspection = new Inspection(http, server.resolve(prefix + "/api/v1/"));
        inspection.look();
        return inspection;
    }

    /** Everything that is there, by name. */
    Map<String, Condition> there() {
        return there;
    }

    /** Answers that contradict each other. */
    List<String> faults() {
        return faults;
    }

    private void look() {
        Map<String, String> boundBySource = new HashMap<>();
        for (JsonNode source : get("sources?with_status=true").get("data")) {
            String name = source.get("source_name").asString();
            there.put(name, Condition.PRESENT);
            boundBySource.put(name, source.at("/status_list/0/worker_name").asString(""));
        }
        Map<String, String> boundByWorker = new HashMap<>();
        for (JsonNode worker : get("cluster/workers").get("data")) {
            String source = worker.get("bound_source_name").asString();
            if (!source.isEmpty()) {
                boundByWorker.put(source, worker.get("name").asString());
            }
        }
        if (!boundBySource.equals(boundByWorker)) {
            faults.add("sources say " + boundBySource + ", workers say " + boundByWorker);
        }
        get("tasks").get("data").forEach(task -> look(task, boundBySource));
    }

    private void look(JsonNode task, Map<String, String> bound) {
        String name = task.get("name").asString();
        JsonNode status = get("tasks/" + name + "/status").get("data");
        if (status.size() != 1) {
            faults.add(name + " has " + status.size() + " subtasks");
            return;
        }
        JsonNode subtask = status.get(0);
        String source = subtask.get("source_name").asString();
        if (!subtask.get("worker_name").asString().equals(bound.get(source))) {
            faults.add(name + " is on another worker than " + source);
        }
        if (!subtask.get("unit").asString().equals("Sync")) {
            faults.add(name + " went back to " + subtask.get("unit").asString());
        }
        there.put(name, Condition.valueOf(subtask.get("stage").asString().toUpperCase(Locale.ROOT)));
    }

    private JsonNode get(String path) {
        try {
            HttpResponse<String> answer =
                    http.send(HttpRequest.newBuilder(api.resolve(path)).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new AssertionError("GET " + path + " answers " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
