package dev.dmock.task.config;

import org.jspecify.annotations.Nullable;

/** A source of a task, and where in its binlog the task is to start. */
public record SourceEntry(
        String source,
        @Nullable String binlogName,
        @Nullable Long binlogPos,
        @Nullable String binlogGtid) {}
