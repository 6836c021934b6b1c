package dev.dmock.space;

import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.Facts;
import dev.dmock.space.fact.Pace;
import dev.dmock.space.fact.SpaceSettings;
import dev.dmock.time.SpaceClock;
import dev.dmock.version.ApiVersion;
import java.time.Instant;
import org.pcollections.HashTreePSet;

/** Drafts for tests of pure logic. */
public final class Drafts {

    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Drafts() {}

    /** A space without any facts but its settings. */
    public static Draft empty(ApiVersion api, Pace pace) {
        Draft draft = new Draft(Facts.NONE, HashTreePSet.empty(), START, START);
        draft.put(SpaceSettings.KIND, new SpaceSettings(api, pace, SpaceClock.RUNNING, 0, "{}"));
        return draft;
    }
}
