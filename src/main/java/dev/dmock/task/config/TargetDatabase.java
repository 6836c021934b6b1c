package dev.dmock.task.config;

import dev.dmock.source.TlsMaterial;
import org.jspecify.annotations.Nullable;

/** The downstream that a task writes to, with the account. */
public record TargetDatabase(
        String host,
        long port,
        String user,
        String password,
        @Nullable TlsMaterial security) {}
