package dev.dmock.task.web.v8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.task.config.FullSettings;
import org.jspecify.annotations.Nullable;

/** {@code full_migrate_conf}: settings of dump and load. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FullV8(
        @JsonProperty("analyze") @Nullable String analyze,
        @JsonProperty("checksum") @Nullable String checksum,
        @JsonProperty("compress-kv-pairs") @Nullable String compressKvPairs,
        @JsonProperty("consistency") @Nullable String consistency,
        @JsonProperty("data_dir") @Nullable String dataDir,
        @JsonProperty("disk_quota") @Nullable String diskQuota,
        @JsonProperty("export_threads") @Nullable Long exportThreads,
        @JsonProperty("import_mode") @Nullable String importMode,
        @JsonProperty("import_threads") @Nullable Long importThreads,
        @JsonProperty("on_duplicate_logical") @Nullable String onDuplicateLogical,
        @JsonProperty("on_duplicate_physical") @Nullable String onDuplicatePhysical,
        @JsonProperty("pd_addr") @Nullable String pdAddr,
        @JsonProperty("range_concurrency") @Nullable Long rangeConcurrency,
        @JsonProperty("sorting_dir") @Nullable String sortingDir) {

    static @Nullable FullV8 of(@Nullable FullSettings settings) {
        return settings == null
                ? null
                : new FullV8(
                        settings.analyze(),
                        settings.checksum(),
                        settings.compressKvPairs(),
                        settings.consistency(),
                        settings.dataDir(),
                        settings.diskQuota(),
                        settings.exportThreads(),
                        settings.importMode(),
                        settings.importThreads(),
                        settings.onDuplicateLogical(),
                        settings.onDuplicatePhysical(),
                        settings.pdAddr(),
                        settings.rangeConcurrency(),
                        settings.sortingDir());
    }

    FullSettings toDomain() {
        return new FullSettings(
                exportThreads,
                importThreads,
                dataDir,
                consistency,
                importMode,
                sortingDir,
                diskQuota,
                checksum,
                analyze,
                rangeConcurrency,
                compressKvPairs,
                pdAddr,
                onDuplicateLogical,
                onDuplicatePhysical);
    }
}
