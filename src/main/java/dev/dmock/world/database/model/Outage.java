package dev.dmock.world.database.model;

import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;

/** Marks a stopped server: it keeps its data and refuses connections. */
public record Outage(String address) {

    public static final Kind<Outage> KIND = Kind.of("outage", Outage.class, o -> Key.of(o.address));

    public static boolean at(Draft draft, String address) {
        return draft.has(KIND, address);
    }
}
