package dev.dmock.source;

import dev.dmock.world.database.DatabaseSession;
import dev.dmock.world.database.model.BinlogPosition;

/** The readable part of an upstream's binlog: its end position and its GTID set. */
public record ReadableBinlog(BinlogPosition position, String gtids) {

    /** Returns the whole binlog. */
    public static ReadableBinlog all(DatabaseSession upstream) {
        return new ReadableBinlog(upstream.masterPosition(), upstream.gtidSet());
    }
}
