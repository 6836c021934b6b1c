package dev.dmock.task.web.v5;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.task.model.SubtaskStatus;
import dev.dmock.task.web.LoadView;
import dev.dmock.task.web.SyncView;
import org.jspecify.annotations.Nullable;

/** How a subtask is; there is no error text in this generation, and nothing is said about a dump. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SubtaskStatusV5(
        @JsonProperty("name") String task,
        @JsonProperty("source_name") String source,
        @JsonProperty("worker_name") String worker,
        @JsonProperty("stage") String stage,
        @JsonProperty("unit") String unit,
        @JsonProperty("unresolved_ddl_lock_id") String lock,
        @JsonProperty("load_status") @Nullable LoadView load,
        @JsonProperty("sync_status") @Nullable SyncView sync) {

    static SubtaskStatusV5 of(SubtaskStatus status) {
        return new SubtaskStatusV5(
                status.task(),
                status.source(),
                status.worker(),
                status.stage().label(),
                status.unit(),
                "",
                status.load() == null ? null : LoadView.of(status.load()),
                status.sync() == null ? null : SyncView.of(status.sync()));
    }
}
