package dev.dmock.space;

import java.time.Instant;
import java.util.Set;

/**
 * What this server knows of a space.
 *
 * @param version the version in the database; 0 for a space that is not there yet
 * @param stored the facts as they are in the database in that version
 * @param facts the same, advanced to {@code at}
 * @param unsaved what the advance changed, and only memory knows
 * @param at until when time was let pass
 */
record State(long version, Facts stored, Facts facts, Set<Draft.Touched> unsaved, Instant at) {

    static State asStored(long version, Facts facts) {
        return new State(version, facts, facts, Set.of(), Instant.EPOCH);
    }

    Draft draft(Instant machine) {
        return new Draft(facts, unsaved, at, machine);
    }

    /** The same version, as far as the draft has let time pass. */
    State passed(Draft draft) {
        return new State(version, stored, draft.facts(), draft.touched(), draft.now());
    }

    /** What there is after the draft was committed. */
    State committed(Draft draft) {
        return new State(version + 1, draft.facts(), draft.facts(), Set.of(), draft.now());
    }
}
