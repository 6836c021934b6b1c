package dev.dmock.source.web.v5;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.source.RelayStatus;
import org.jspecify.annotations.Nullable;

/** What one worker has to say about a source. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SourceStatusV5(
        @JsonProperty("source_name") String source,
        @JsonProperty("worker_name") String worker,
        @JsonProperty("relay_status") @Nullable RelayStatusV5 relay,
        @JsonProperty("error_msg") @Nullable String error) {

    /** How far a worker has pulled the relay log. */
    record RelayStatusV5(
            @JsonProperty("master_binlog") String masterBinlog,
            @JsonProperty("master_binlog_gtid") String masterGtid,
            @JsonProperty("relay_binlog_gtid") String relayGtid,
            @JsonProperty("relay_catch_up_master") boolean caughtUp,
            @JsonProperty("relay_dir") String dir,
            @JsonProperty("stage") String stage) {

        static RelayStatusV5 of(RelayStatus status) {
            return new RelayStatusV5(
                    status.masterBinlog(),
                    status.masterGtid(),
                    status.relayGtid(),
                    status.caughtUp(),
                    status.dir(),
                    status.stage());
        }
    }
}
