package dev.dmock.task.check;

import dev.dmock.space.fact.Draft;
import dev.dmock.task.check.model.CheckName;
import java.util.Optional;

/** Which checks fail on purpose; implemented above. */
public interface CheckFaults {

    /** Every check says what it finds. */
    CheckFaults NONE = (draft, task, check) -> Optional.empty();

    /**
     * Whether a check that is made of a task fails, whatever it finds.
     *
     * @return what it says is wrong; empty in itself for what it says most; nothing if its own verdict counts
     */
    Optional<String> fail(Draft draft, String task, CheckName check);
}
