package dev.dmock.space.fact;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Lets time pass in a space: goes from one due event to the next, in the order of time, so that the state at any moment
 * is the same however often one looked before.
 */
@Component
public class Simulation {

    /** More events than this in one run can only be an infinite loop in DMock. */
    private static final int MAX_EVENTS = 5_000_000;

    private final Map<String, DueHandler<?>> behaviours;

    public Simulation(List<DueHandler<?>> behaviours) {
        this.behaviours =
                behaviours.stream().collect(Collectors.toMap(p -> p.kind().name(), Function.identity()));
    }

    /**
     * Lets everything happen that is due up to and at {@code until}.
     *
     * @return whether anything was due
     */
    public boolean advance(Draft draft, Instant until) {
        int events = 0;
        for (Facts.Due due = next(draft, until); due != null; due = next(draft, until)) {
            if (events == MAX_EVENTS) {
                throw new IllegalStateException("the simulation does not come to rest, last at " + due);
            }
            if (due.at().isAfter(draft.at())) {
                draft.turnTo(due.at());
            }
            happen(draft, due);
            events++;
        }
        draft.turnTo(until);
        return events > 0;
    }

    private static Facts.@Nullable Due next(Draft draft, Instant until) {
        Facts.Due due = draft.facts().nextDue();
        return due == null || due.at().isAfter(until) ? null : due;
    }

    private void happen(Draft draft, Facts.Due due) {
        DueHandler<?> behaviour = behaviours.get(due.kind());
        if (behaviour == null) {
            throw new IllegalStateException("nothing handles " + due);
        }
        Facts before = draft.facts();
        happen(behaviour, draft, due);
        if (before == draft.facts()) {
            throw new IllegalStateException("nothing came of " + due);
        }
    }

    private static <V> void happen(DueHandler<V> behaviour, Draft draft, Facts.Due due) {
        V subject = draft.facts().find(behaviour.kind(), due.key());
        if (subject != null) {
            behaviour.happen(draft, subject);
        }
    }
}
