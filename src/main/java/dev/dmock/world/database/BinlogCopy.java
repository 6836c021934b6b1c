package dev.dmock.world.database;

import dev.dmock.space.Draft;
import dev.dmock.space.Key;
import dev.dmock.space.Kind;

/**
 * Somebody who keeps a copy of what a server's binlog holds. While there is one, transactions of files that are purged can
 * still be read.
 *
 * @param holder who keeps it
 */
public record BinlogCopy(String address, String holder) {

    static final Kind<BinlogCopy> KIND = Kind.of("binlogCopy", BinlogCopy.class, c -> Key.of(c.address, c.holder));

    public static void keep(Draft draft, String address, String holder) {
        draft.put(KIND, new BinlogCopy(address, holder));
    }

    public static void drop(Draft draft, String address, String holder) {
        draft.remove(KIND, address, holder);
    }
}
