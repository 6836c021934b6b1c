package dev.dmock.source;

import dev.dmock.space.fact.Draft;

/** Faults that are injected into relays; the fault package implements them. */
public interface RelayFaults {

    /** Returns whether a fault makes the relay of a source fail now. */
    boolean fails(Draft draft, Source source);
}
