package dev.dmock.source;

import java.time.Duration;

/**
 * The progress of a source's relay log.
 *
 * @param masterBinlog the upstream's binlog position, such as {@code (mysql-bin.000001, 154)}
 * @param masterGtid the upstream's executed GTID set
 * @param dir the directory below the worker's relay directory
 * @param relayGtid the GTID set that was pulled
 * @param caughtUp whether the relay has pulled everything that the upstream wrote
 * @param stage the stage of the relay
 */
public record RelayStatus(
        String masterBinlog, String masterGtid, String dir, String relayGtid, boolean caughtUp, String stage) {

    /** The time until a new relay reports that it has caught up (seen on v5.3.0). */
    static final Duration CATCH_UP = Duration.ofSeconds(1);
}
