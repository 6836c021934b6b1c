package dev.dmock.space.fact;

import java.util.Optional;

/** What a room relies on between facts. It is asked about facts that come from outside, those of an uploaded snapshot. */
public interface ConsistencyCheck {

    /** The first thing that does not fit; empty if everything does. */
    Optional<Misfit> check(Draft draft);

    /**
     * Records that do not fit to others.
     *
     * @param kind what kind of records
     * @param sentence which of them, and why
     */
    record Misfit(Kind<?> kind, String sentence) {}
}
