package dev.dmock.source;

import java.time.Duration;

/**
 * How far a source's relay log is pulled.
 *
 * @param masterBinlog where the upstream writes, such as {@code (mysql-bin.000001, 154)}
 * @param masterGtid the upstream's executed GTID set
 * @param dir the directory below the worker's relay directory
 * @param relayGtid the GTID set that was pulled
 * @param caughtUp whether all that the upstream wrote is pulled
 * @param stage what the relay does
 */
public record RelayStatus(
        String masterBinlog, String masterGtid, String dir, String relayGtid, boolean caughtUp, String stage) {

    /** How long it takes a new relay to say that it has caught up (seen on v5.3.0). */
    static final Duration CATCH_UP = Duration.ofSeconds(1);
}
