package dev.dmock.source;

import dev.dmock.space.fact.Draft;

/** What relays meet with on purpose; implemented above. */
public interface RelayFaults {

    /** Whether the relay of a source fails at what it does now. */
    boolean fails(Draft draft, Source source);
}
