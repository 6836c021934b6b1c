package dev.dmock.world.database.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file of a binlog.
 *
 * @param end the position behind its last event
 * @param transactionsBefore how many transactions older files hold
 * @param began when it was created; null for the first file of a world
 */
public record BinlogFile(
        String name,
        long end,
        long transactionsBefore,
        @Nullable Instant began) {}
