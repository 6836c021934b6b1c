package dev.dmock.source;

import dev.dmock.world.database.BinlogPosition;
import dev.dmock.world.database.Session;

/** What there is to read of an upstream's binlog: up to where, and the GTID set of it. */
public record Pulled(BinlogPosition position, String gtids) {

    /** All of it. */
    public static Pulled all(Session upstream) {
        return new Pulled(upstream.masterPosition(), upstream.gtidSet());
    }
}
