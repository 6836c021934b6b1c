package dev.dmock.space.store;

import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.Facts;
import dev.dmock.space.fact.SpaceSettings;
import dev.dmock.version.Generation;
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
public record SpaceState(
        SpaceVersion version, Facts stored, Facts facts, PSet<Draft.Touched> unsaved, Instant at, DerivedValues memo) {

    static SpaceState asStored(SpaceVersion version, Facts facts) {
        return new SpaceState(version, facts, facts, HashTreePSet.empty(), Instant.EPOCH, new DerivedValues());
    }

    /** A space that is to be there when the draft is committed. */
    public static SpaceState begun(Draft draft) {
        return new SpaceState(
                SpaceVersion.unborn(), Facts.NONE, draft.facts(), draft.touched(), draft.at(), new DerivedValues());
    }

    /** Of the version of DM that the space emulates. */
    Generation generation() {
        SpaceSettings settings = facts.find(SpaceSettings.KIND, "");
        return settings == null ? Generation.V5 : settings.api().generation();
    }

    public Draft draft(Instant machine) {
        return new Draft(facts, unsaved, at, machine);
    }

    /** The same version, as far as the draft has let time pass. */
    public SpaceState passed(Draft draft) {
        return new SpaceState(version, stored, draft.facts(), draft.touched(), draft.at(), new DerivedValues());
    }

    /** What there is after the draft was committed. */
    public SpaceState committed(Draft draft) {
        return new SpaceState(
                version.next(), draft.facts(), draft.facts(), HashTreePSet.empty(), draft.at(), new DerivedValues());
    }
}
