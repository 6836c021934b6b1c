package dev.dmock.task.model;

import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.TimelineEntry;
import java.util.List;

/** Records the changes of subtasks and their causes in the space's timeline. */
public final class SubtaskTimeline {

    private SubtaskTimeline() {}

    public static void made(Draft draft, Subtask subtask) {
        draft.note(about(TimelineEntry.Event.SUBTASK, subtask)
                .change(null, "made")
                .because("first unit " + subtask.unit().label()));
    }

    public static void removed(Draft draft, Subtask subtask) {
        draft.note(about(TimelineEntry.Event.SUBTASK, subtask)
                .change(subtask.stage().label(), "removed"));
    }

    public static void toRun(Draft draft, Subtask subtask) {
        TimelineEntry note = about(TimelineEntry.Event.SUBTASK, subtask)
                .change(subtask.stage().label(), "meant to run");
        draft.note(subtask.worker() == null ? note.because("no worker holds its source") : note);
    }

    /** Records a change of stage, unit or lock, if there is any. */
    public static void changed(Draft draft, Subtask before, Subtask after, String cause) {
        if (before.unit() != after.unit()) {
            draft.note(about(TimelineEntry.Event.UNIT, after)
                    .change(before.unit().label(), after.unit().label())
                    .because(cause));
        }
        if (before.stage() != after.stage()) {
            draft.note(about(TimelineEntry.Event.STAGE, after)
                    .change(before.stage().label(), after.stage().label())
                    .because(cause));
        }
        List<String> held = blocking(before);
        List<String> holding = blocking(after);
        if (!held.equals(holding)) {
            draft.note(about(TimelineEntry.Event.LOCK, after)
                    .change(held.isEmpty() ? "reading" : "waiting", holding.isEmpty() ? "reading" : "waiting")
                    .because(String.join("; ", holding.isEmpty() ? held : holding)));
        }
    }

    private static List<String> blocking(Subtask subtask) {
        return subtask.sync() == null ? List.of() : subtask.sync().blockedBy();
    }

    private static TimelineEntry about(TimelineEntry.Event event, Subtask subtask) {
        return TimelineEntry.of(event, "task", subtask.task(), "source", subtask.source());
    }
}
