package dev.dmock.world.database.model;

import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;

/**
 * Somebody who keeps a copy of what a server's binlog holds. While there is one, transactions of files that are purged can
 * still be read.
 *
 * @param holder who keeps it
 */
public record BinlogCopy(String address, String holder) {

    public static final Kind<BinlogCopy> KIND =
            Kind.of("binlogCopy", BinlogCopy.class, c -> Key.of(c.address, c.holder));

    public static void keep(Draft draft, String address, String holder) {
        draft.put(KIND, new BinlogCopy(address, holder));
    }

    public static void drop(Draft draft, String address, String holder) {
        draft.remove(KIND, address, holder);
    }
}
