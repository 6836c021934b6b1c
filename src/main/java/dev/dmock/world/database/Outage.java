package dev.dmock.world.database;

import dev.dmock.space.Draft;
import dev.dmock.space.Key;
import dev.dmock.space.Kind;

/** A server that does not run: it keeps its data, and connecting to it is refused. */
public record Outage(String address) {

    public static final Kind<Outage> KIND = Kind.of("outage", Outage.class, o -> Key.of(o.address));

    static boolean at(Draft draft, String address) {
        return draft.has(KIND, address);
    }
}
