package dev.dmock.task.check;

import dev.dmock.space.Draft;
import java.util.Optional;

/** Which checks fail on purpose; implemented above. */
public interface CheckDisturbance {

    /** Every check says what it finds. */
    CheckDisturbance NONE = (draft, task, check) -> Optional.empty();

    /**
     * Whether a check that is made of a task fails, whatever it finds.
     *
     * @return what it says is wrong; empty in itself for what it says most; nothing if its own verdict counts
     */
    Optional<String> fail(Draft draft, String task, CheckName check);
}
