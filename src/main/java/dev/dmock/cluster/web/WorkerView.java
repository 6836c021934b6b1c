package dev.dmock.cluster.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.cluster.Worker;
import java.util.Objects;

/** A worker as it is listed, and the source that it holds; empty if none. */
public record WorkerView(
        String addr,
        @JsonProperty("bound_source_name") String source,
        @JsonProperty("bound_stage") String stage,
        String name) {

    public static WorkerView of(Worker worker) {
        return new WorkerView(
                worker.address(),
                Objects.requireNonNullElse(worker.source(), ""),
                worker.stage().label(),
                worker.name());
    }
}
