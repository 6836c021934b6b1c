package dev.dmock.world.database.model;

import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;

/**
 * Marks that a holder keeps a copy of a server's binlog. While a copy exists, transactions of purged files remain
 * readable.
 *
 * @param holder the owner of the copy
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
