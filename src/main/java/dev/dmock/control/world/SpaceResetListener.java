package dev.dmock.control.world;

import dev.dmock.journal.Journals;
import dev.dmock.space.store.SpaceName;
import org.springframework.stereotype.Component;

/** Clears what this server keeps in memory for a space when the space is reset or removed. */
@Component
public class SpaceResetListener {

    private final Journals journals;

    SpaceResetListener(Journals journals) {
        this.journals = journals;
    }

    /** Called after the space's world was created anew. */
    public void begun(SpaceName space) {
        journals.clear(space);
    }

    /** Called after the space was removed. */
    public void gone(SpaceName space) {
        journals.forget(space);
    }
}
