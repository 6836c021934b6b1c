package dev.dmock.task.web.v5;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.task.config.FullSettings;
import dev.dmock.task.config.SourceEntry;
import dev.dmock.task.web.IncrementalView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code source_config}: the settings of the units, and the sources. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceConfigV5(
        @JsonProperty("full_migrate_conf") @Nullable Full full,
        @JsonProperty("incr_migrate_conf") @Nullable IncrementalView incremental,
        @JsonProperty("source_conf") List<Entry> sources) {

    /** Settings of dump and load. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Full(
            @JsonProperty("consistency") @Nullable String consistency,
            @JsonProperty("data_dir") @Nullable String dataDir,
            @JsonProperty("export_threads") @Nullable Long exportThreads,
            @JsonProperty("import_threads") @Nullable Long importThreads) {

        static @Nullable Full of(@Nullable FullSettings settings) {
            return settings == null
                    ? null
                    : new Full(
                            settings.consistency(),
                            settings.dataDir(),
                            settings.exportThreads(),
                            settings.importThreads());
        }

        FullSettings toDomain() {
            return FullSettings.of(exportThreads, importThreads, dataDir, consistency);
        }
    }

    /** A source, and where in its binlog to start. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            @JsonProperty("binlog_gtid") @Nullable String binlogGtid,
            @JsonProperty("binlog_name") @Nullable String binlogName,
            @JsonProperty("binlog_pos") @Nullable Long binlogPos,
            @JsonProperty("source_name") String sourceName) {

        static Entry of(SourceEntry entry) {
            return new Entry(entry.binlogGtid(), entry.binlogName(), entry.binlogPos(), entry.source());
        }

        SourceEntry toDomain() {
            return new SourceEntry(sourceName, binlogName, binlogPos, binlogGtid);
        }
    }
}
