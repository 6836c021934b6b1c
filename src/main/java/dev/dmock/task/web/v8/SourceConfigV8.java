package dev.dmock.task.web.v8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.task.config.SourceEntry;
import dev.dmock.task.web.IncrementalView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code source_config}: the settings of the units, and the sources; null only in a template. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceConfigV8(
        @JsonProperty("full_migrate_conf") @Nullable FullV8 full,
        @JsonProperty("incr_migrate_conf") @Nullable IncrementalView incremental,

        @JsonProperty("source_conf") @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
        List<@Nullable Entry> sources) {

    static final SourceConfigV8 ZERO = new SourceConfigV8(null, null, null);

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
