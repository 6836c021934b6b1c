package dev.dmock.task.config;

import org.jspecify.annotations.Nullable;

/** Settings of the sync unit. */
public record IncrementalSettings(
        @Nullable Long replThreads, @Nullable Long replBatch) {

    /** Nothing given. */
    public static final IncrementalSettings NONE = new IncrementalSettings(null, null);
}
