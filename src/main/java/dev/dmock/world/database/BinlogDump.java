package dev.dmock.world.database;

import dev.dmock.world.database.model.BinlogEvent;
import dev.dmock.world.database.model.BinlogFile;
import dev.dmock.world.database.model.BinlogPosition;
import dev.dmock.world.database.model.EventSizes;
import dev.dmock.world.database.model.GtidSet;
import java.util.Optional;

/** Answers a replica's request for the binlog from a position. */
public final class BinlogDump {

    private static final String REFUSED = "ERROR 1236 (HY000): ";
    private static final long FIRST_POSITION = 4;

    private BinlogDump() {}

    /** Returns the error for reading from a position; empty if the binlog is sent. */
    public static Optional<String> refusal(DatabaseSession upstream, BinlogPosition from) {
        if (!isOpen(upstream)) {
            return notOpen();
        }
        Optional<BinlogFile> file = upstream.server().binlog().files().stream()
                .filter(f -> f.name().equals(from.file()))
                .findFirst();
        if (file.isEmpty()) {
            return Optional.of(REFUSED + "Could not find first log file name in binary log index file");
        }
        long position = Math.max(from.position(), FIRST_POSITION);
        return position <= file.get().end()
                ? Optional.empty()
                : Optional.of(REFUSED
                        + "Client requested master to start replication from position > file size; the first event '%1$s'"
                                .formatted(from.file())
                        + " at %2$d, the last event read from './%1$s' at 4, the last byte read from './%1$s' at 4."
                                .formatted(from.file(), position));
    }

    /**
     * Returns the error for a position inside a transaction's event; empty for a position between two events. Only
     * the first and last events of a transaction have known positions.
     */
    public static Optional<String> insideEvent(DatabaseSession upstream, BinlogPosition from) {
        long position = from.position();
        Optional<BinlogEvent> around = upstream.eventsFrom(from).stream()
                .findFirst()
                .filter(e -> e.file().equals(from.file()) && position > e.start());
        boolean between = around.isEmpty()
                || position == around.get().bodyPosition().position()
                || position == around.get().end() - EventSizes.XID;
        return between
                ? Optional.empty()
                : Optional.of(
                        REFUSED + "log event entry exceeded max_allowed_packet; Increase max_allowed_packet on master;"
                                + " the first event '%1$s' at %2$d, the last event read from './%1$s' at %2$d, the last byte read from './%1$s' at %3$d."
                                        .formatted(from.file(), position, position + EventSizes.HEADER));
    }

    /** Returns the error for reading after a GTID set; empty if the binlog is sent. */
    public static Optional<String> refusal(DatabaseSession upstream, String gtidSet) {
        if (!isOpen(upstream)) {
            return notOpen();
        }
        long known = GtidSet.parse(gtidSet)
                .map(set -> set.withoutGap(upstream.server().uuid()))
                .orElse(0L);
        return known < upstream.server().binlog().purged()
                ? Optional.of(REFUSED
                        + "The slave is connecting using CHANGE MASTER TO MASTER_AUTO_POSITION = 1, but the master has"
                        + " purged binary logs containing GTIDs that the slave requires.")
                : Optional.empty();
    }

    private static boolean isOpen(DatabaseSession upstream) {
        return upstream.variable("log_bin").equalsIgnoreCase("ON");
    }

    private static Optional<String> notOpen() {
        return Optional.of(REFUSED + "Binary log is not open");
    }
}
