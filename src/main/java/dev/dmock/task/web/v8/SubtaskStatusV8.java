package dev.dmock.task.web.v8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.task.model.SubtaskStatus;
import dev.dmock.task.web.LoadView;
import dev.dmock.task.web.SyncView;
import org.jspecify.annotations.Nullable;

/** How a subtask is: one of the three units is given, unless no worker answers, and then nothing but the error is. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SubtaskStatusV8(
        @JsonProperty("name") String task,
        @JsonProperty("source_name") String source,
        @JsonProperty("worker_name") String worker,
        @JsonProperty("stage") String stage,
        @JsonProperty("unit") String unit,
        @JsonProperty("unresolved_ddl_lock_id") @Nullable String lock,
        @JsonProperty("dump_status") @Nullable DumpV8 dump,
        @JsonProperty("load_status") @Nullable LoadView load,
        @JsonProperty("sync_status") @Nullable SyncView sync,
        @JsonProperty("error_msg") @Nullable String error) {

    static SubtaskStatusV8 of(SubtaskStatus status, @Nullable String error) {
        return new SubtaskStatusV8(
                status.task(),
                status.source(),
                status.worker(),
                status.stage().label(),
                status.unit(),
                "",
                status.dump() == null ? null : DumpV8.of(status.dump()),
                status.load() == null ? null : LoadView.of(status.load()),
                status.sync() == null ? null : SyncView.of(status.sync()),
                error);
    }

    /** A subtask whose source no worker holds, or one that does not answer. */
    static SubtaskStatusV8 unreachable(String task, String source, String worker, String error) {
        return new SubtaskStatusV8(task, source, worker, "", "", null, null, null, null, error);
    }

    /** Progress of the dump unit; the document has numbers with fractions here, though there are none. */
    record DumpV8(
            @JsonProperty("total_tables") long totalTables,
            @JsonProperty("completed_tables") long completedTables,
            @JsonProperty("finished_bytes") long finishedBytes,
            @JsonProperty("finished_rows") long finishedRows,
            @JsonProperty("estimate_total_rows") long estimateTotalRows) {

        static DumpV8 of(SubtaskStatus.Dump dump) {
            return new DumpV8(
                    dump.totalTables(),
                    dump.completedTables(),
                    dump.finishedBytes(),
                    dump.finishedRows(),
                    dump.totalRows());
        }
    }
}
