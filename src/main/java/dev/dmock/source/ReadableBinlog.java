package dev.dmock.source;

import dev.dmock.world.database.DatabaseSession;
import dev.dmock.world.database.model.BinlogPosition;

/** What there is to read of an upstream's binlog: up to where, and the GTID set of it. */
public record ReadableBinlog(BinlogPosition position, String gtids) {

    /** All of it. */
    public static ReadableBinlog all(DatabaseSession upstream) {
        return new ReadableBinlog(upstream.masterPosition(), upstream.gtidSet());
    }
}
