package dev.dmock.cluster;

import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.TimelineEntry;

/** Writes into the space's timeline what becomes of masters and workers, and which worker holds which source. */
final class MembershipTimeline {

    private MembershipTimeline() {}

    static void bound(Draft draft, String source, String worker, String why) {
        draft.note(TimelineEntry.of(TimelineEntry.Event.BINDING, "source", source)
                .change(null, worker)
                .because(why));
    }

    static void unbound(Draft draft, String source, String worker, String why) {
        draft.note(TimelineEntry.of(TimelineEntry.Event.BINDING, "source", source)
                .change(worker, null)
                .because(why));
    }

    static void became(Draft draft, String member, String state) {
        draft.note(
                TimelineEntry.of(TimelineEntry.Event.MEMBER, "member", member).change(null, state));
    }
}
