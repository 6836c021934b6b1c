package dev.dmock.linearizability;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A request of a history, and its answer, in the form that the checker reads.
 *
 * @param call when the request was made
 * @param returned when it was answered, or when it was seen that it would not be
 * @param pair which source and task it is about
 * @param target the worker that a transfer names
 * @param outcome {@code ok}, DM's error code, or {@code unknown}
 * @param worker the worker that an answer names; 0 for none
 * @param stage of the task, by the checker's numbers
 * @param seen what a list shows, by pair
 */
record Entry(
        int client,
        long call,
        @JsonProperty("return") long returned,
        Kind kind,
        int pair,
        int target,
        String outcome,
        int worker,
        int stage,
        List<Integer> seen) {

    /** What can be asked for; the checker knows them by these names. */
    enum Kind {
        @JsonProperty("sources")
        SOURCES,
        @JsonProperty("tasks")
        TASKS,
        @JsonProperty("status")
        STATUS,
        @JsonProperty("createSource")
        CREATE_SOURCE,
        @JsonProperty("deleteSource")
        DELETE_SOURCE,
        @JsonProperty("createTask")
        CREATE_TASK,
        @JsonProperty("deleteTask")
        DELETE_TASK,
        @JsonProperty("pause")
        PAUSE,
        @JsonProperty("resume")
        RESUME,
        @JsonProperty("transfer")
        TRANSFER
    }

    static final String OK = "ok";

    /** A request that was not answered because the server ended: it was carried out until then, or never will be. */
    static Entry unanswered(int client, long call, long ended, Kind kind, int pair, int target) {
        return new Entry(client, call, ended, kind, pair, target, "unknown", 0, 0, List.of());
    }

    Entry seeing(List<Integer> other) {
        return new Entry(client, call, returned, kind, pair, target, outcome, worker, stage, other);
    }
}
