package dev.dmock.world.database.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A binlog file.
 *
 * @param end the position after its last event
 * @param transactionsBefore the number of transactions in older files
 * @param began the creation time; null for the first file of a world
 */
public record BinlogFile(
        String name,
        long end,
        long transactionsBefore,
        @Nullable Instant began) {}
