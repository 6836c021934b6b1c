package dev.dmock.task;

import dev.dmock.space.fact.Draft;
import dev.dmock.task.model.Subtask;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lets units notice at once that something around them is not as it was. */
@Component
public class SubtaskRescheduler {

    private final SubtaskDueHandler units;

    SubtaskRescheduler(SubtaskDueHandler units) {
        this.units = units;
    }

    /** Lets all units at work look whether they can go on; those that cannot are paused with an error. */
    public void interruptAll(Draft draft) {
        for (Subtask subtask : List.copyOf(draft.all(Subtask.KIND))) {
            units.interrupt(draft, subtask);
        }
    }

    /** Lets everything that is under way end when it has to at the pace that holds now. */
    public void paceChanged(Draft draft) {
        for (Subtask subtask : List.copyOf(draft.all(Subtask.KIND))) {
            units.paceChanged(draft, subtask);
        }
    }
}
