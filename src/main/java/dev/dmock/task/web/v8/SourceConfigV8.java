package dev.dmock.task.web.v8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.task.config.IncrementalSettings;
import dev.dmock.task.config.SourceEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code source_config}: the settings of the units, and the sources; null only in a template. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceConfigV8(
        @JsonProperty("full_migrate_conf") @Nullable FullV8 full,
        @JsonProperty("incr_migrate_conf") @Nullable Incremental incremental,

        @JsonProperty("source_conf") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
        List<@Nullable Entry> sources) {

    static final SourceConfigV8 ZERO = new SourceConfigV8(null, null, null);

    /** Settings of sync. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Incremental(
            @JsonProperty("repl_batch") @Nullable Long replBatch,
            @JsonProperty("repl_threads") @Nullable Long replThreads) {

        static @Nullable Incremental of(@Nullable IncrementalSettings settings) {
            return settings == null ? null : new Incremental(settings.replBatch(), settings.replThreads());
        }

        IncrementalSettings toDomain() {
            return new IncrementalSettings(replThreads, replBatch);
        }
    }

    /** A source, and where in its binlog to start. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            @JsonProperty("binlog_gtid") @Nullable String binlogGtid,
            @JsonProperty("binlog_name") @Nullable String binlogName,
            @JsonProperty("binlog_pos") @Nullable Long binlogPos,
            @JsonProperty("source_name") @Nullable String sourceName) {

        static Entry of(SourceEntry entry) {
            return new Entry(entry.binlogGtid(), entry.binlogName(), entry.binlogPos(), entry.source());
        }

        static SourceEntry toDomain(@Nullable Entry entry) {
            return entry == null
                    ? new SourceEntry("", null, null, null)
                    : new SourceEntry(Zero.text(entry.sourceName), entry.binlogName, entry.binlogPos, entry.binlogGtid);
        }
    }
}
