package dev.dmock.task.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.task.model.SubtaskStatus;

/** Progress of the load unit. */
public record LoadView(
        @JsonProperty("finished_bytes") long finishedBytes,
        @JsonProperty("total_bytes") long totalBytes,
        @JsonProperty("progress") String progress,
        @JsonProperty("meta_binlog") String metaBinlog,
        @JsonProperty("meta_binlog_gtid") String metaGtid) {

    public static LoadView of(SubtaskStatus.Load load) {
        return new LoadView(
                load.finishedBytes(), load.totalBytes(), load.progress(), load.metaBinlog(), load.metaGtid());
    }
}
