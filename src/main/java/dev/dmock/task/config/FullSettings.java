package dev.dmock.task.config;

import org.jspecify.annotations.Nullable;

/** Settings of dump and load; those behind {@code consistency} are v8's. */
public record FullSettings(
        @Nullable Long exportThreads,
        @Nullable Long importThreads,
        @Nullable String dataDir,
        @Nullable String consistency,
        @Nullable String importMode,
        @Nullable String sortingDir,
        @Nullable String diskQuota,
        @Nullable String checksum,
        @Nullable String analyze,
        @Nullable Long rangeConcurrency,
        @Nullable String compressKvPairs,
        @Nullable String pdAddr,
        @Nullable String onDuplicateLogical,
        @Nullable String onDuplicatePhysical) {

    /** Nothing given. */
    public static final FullSettings NONE =
            new FullSettings(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** The settings that both generations have. */
    public static FullSettings of(
            @Nullable Long exportThreads,
            @Nullable Long importThreads,
            @Nullable String dataDir,
            @Nullable String consistency) {
        return new FullSettings(
                exportThreads,
                importThreads,
                dataDir,
                consistency,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
