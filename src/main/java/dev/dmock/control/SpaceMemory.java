package dev.dmock.control;

import dev.dmock.journal.Journals;
import dev.dmock.space.SpaceName;
import org.springframework.stereotype.Component;

/** What this server remembers of a space outside its facts, and forgets when the space begins anew or is gone. */
@Component
class SpaceMemory {

    private final Journals journals;

    SpaceMemory(Journals journals) {
        this.journals = journals;
    }

    /** The space's world was laid anew. */
    void begun(SpaceName space) {
        journals.clear(space);
    }

    /** The space was dropped. */
    void gone(SpaceName space) {
        journals.forget(space);
    }
}
