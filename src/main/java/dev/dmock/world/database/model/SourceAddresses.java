package dev.dmock.world.database.model;

import dev.dmock.space.fact.Draft;

/** Tells which addresses sources point at; implemented above. */
public interface SourceAddresses {

    /** There are no sources. */
    SourceAddresses NONE = (draft, address) -> false;

    boolean contain(Draft draft, String address);
}
