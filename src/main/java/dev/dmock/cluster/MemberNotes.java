package dev.dmock.cluster;

import dev.dmock.space.Draft;
import dev.dmock.space.Note;

/** Writes into the space's timeline what becomes of masters and workers, and which worker holds which source. */
final class MemberNotes {

    private MemberNotes() {}

    static void bound(Draft draft, String source, String worker, String why) {
        draft.note(Note.of(Note.Event.BINDING, "source", source)
                .change(null, worker)
                .because(why));
    }

    static void unbound(Draft draft, String source, String worker, String why) {
        draft.note(Note.of(Note.Event.BINDING, "source", source)
                .change(worker, null)
                .because(why));
    }

    static void became(Draft draft, String member, String state) {
        draft.note(Note.of(Note.Event.MEMBER, "member", member).change(null, state));
    }
}
