package dev.dmock.space;

import java.time.Instant;
import org.pcollections.HashTreePSet;
import org.pcollections.PSet;

/**
 * What this server knows of a space.
 *
 * @param version the version in the database; not stored yet for a space that is about to be made
 * @param stored the facts as they are in the database in that version
 * @param facts the same, advanced to {@code at}
 * @param unsaved what the advance changed, and only memory knows
 * @param at until when time was let pass
 * @param memo what was made of {@code facts}
 */
record State(Version version, Facts stored, Facts facts, PSet<Draft.Touched> unsaved, Instant at, Memo memo) {

    static State asStored(Version version, Facts facts) {
        return new State(version, facts, facts, HashTreePSet.empty(), Instant.EPOCH, new Memo());
    }

    /** A space that is to be there when the draft is committed. */
    static State begun(Draft draft) {
        return new State(Version.unborn(), Facts.NONE, draft.facts(), draft.touched(), draft.at(), new Memo());
    }

    /** Of the version of DM that the space emulates. */
    Generation generation() {
        Settings settings = facts.find(Settings.KIND, "");
        return settings == null ? Generation.V5 : settings.api().generation();
    }

    Draft draft(Instant machine) {
        return new Draft(facts, unsaved, at, machine);
    }

    /** The same version, as far as the draft has let time pass. */
    State passed(Draft draft) {
        return new State(version, stored, draft.facts(), draft.touched(), draft.at(), new Memo());
    }

    /** What there is after the draft was committed. */
    State committed(Draft draft) {
        return new State(version.next(), draft.facts(), draft.facts(), HashTreePSet.empty(), draft.at(), new Memo());
    }
}
