package dev.dmock.control.world;

import dev.dmock.journal.Journals;
import dev.dmock.space.store.SpaceName;
import org.springframework.stereotype.Component;

/** What this server remembers of a space outside its facts, and forgets when the space begins anew or is gone. */
@Component
public class SpaceResetListener {

    private final Journals journals;

    SpaceResetListener(Journals journals) {
        this.journals = journals;
    }

    /** The space's world was laid anew. */
    public void begun(SpaceName space) {
        journals.clear(space);
    }

    /** The space was dropped. */
    public void gone(SpaceName space) {
        journals.forget(space);
    }
}
