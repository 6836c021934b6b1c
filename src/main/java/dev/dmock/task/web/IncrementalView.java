package dev.dmock.task.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.task.config.IncrementalSettings;
import org.jspecify.annotations.Nullable;

/** {@code incr_migrate_conf}: settings of sync. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IncrementalView(
        @JsonProperty("repl_batch") @Nullable Long replBatch,
        @JsonProperty("repl_threads") @Nullable Long replThreads) {

    public static @Nullable IncrementalView of(@Nullable IncrementalSettings settings) {
        return settings == null ? null : new IncrementalView(settings.replBatch(), settings.replThreads());
    }

    public IncrementalSettings toDomain() {
        return new IncrementalSettings(replThreads, replBatch);
    }
}
