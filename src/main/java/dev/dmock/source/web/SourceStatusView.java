package dev.dmock.source.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.source.RelayStatus;
import org.jspecify.annotations.Nullable;

/** The status of a source on one worker. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceStatusView(
        @JsonProperty("source_name") String source,
        @JsonProperty("worker_name") String worker,
        @JsonProperty("relay_status") @Nullable RelayStatusView relay,
        @JsonProperty("error_msg") @Nullable String error) {

    /** The status of a source without a worker. */
    public static SourceStatusView unbound(String source) {
        return new SourceStatusView(source, "", null, null);
    }

    /** The progress of a worker's relay log. */
    public record RelayStatusView(
            @JsonProperty("master_binlog") String masterBinlog,
            @JsonProperty("master_binlog_gtid") String masterGtid,
            @JsonProperty("relay_binlog_gtid") String relayGtid,
            @JsonProperty("relay_catch_up_master") boolean caughtUp,
            @JsonProperty("relay_dir") String dir,
            @JsonProperty("stage") String stage) {

        static RelayStatusView of(RelayStatus status) {
            return new RelayStatusView(
                    status.masterBinlog(),
                    status.masterGtid(),
                    status.relayGtid(),
                    status.caughtUp(),
                    status.dir(),
                    status.stage());
        }
    }
}
