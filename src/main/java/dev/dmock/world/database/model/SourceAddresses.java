package dev.dmock.world.database.model;

import dev.dmock.space.fact.Draft;

/** Returns whether a source points at an address; implemented in a package above. */
public interface SourceAddresses {

    /** Without sources. */
    SourceAddresses NONE = (draft, address) -> false;

    boolean contain(Draft draft, String address);
}
