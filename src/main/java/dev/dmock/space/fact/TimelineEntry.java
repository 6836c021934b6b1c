package dev.dmock.space.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a space's timeline: what happened, to what, and why. Notes are facts like all others, so that they are the
 * same however often one looked before.
 *
 * @param id counts from 1 since the world was laid
 * @param at when it happened, by the space's clock
 * @param event what kind of thing happened
 * @param about what it happened to, by what that is: task, source, worker and so on
 * @param from what was before; null where there is no before
 * @param to what is now
 * @param cause why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TimelineEntry(
        long id,
        Instant at,
        Event event,
        Map<String, String> about,
        @Nullable String from,
        @Nullable String to,
        @Nullable String cause) {

    public static final Kind<TimelineEntry> KIND = Kind.of("note", TimelineEntry.class, n -> Key.number(n.id));

    /** The maximum number of entries that a space keeps. */
    static final int MOST = 1000;

    /** What kinds of things happen. */
    public enum Event {
        /** The world was laid, or something happened in it. */
        WORLD,
        /** The space's clock was frozen, resumed or put forward. */
        CLOCK,
        /** A master or a worker came, went, or leads now. */
        MEMBER,
        /** A worker got a source, or lost it. */
        BINDING,
        /** A subtask was made or removed, or is meant to run. */
        SUBTASK,
        /** A subtask's stage changed. */
        STAGE,
        /** A subtask's unit changed. */
        UNIT,
        /** A shard DDL lock grew, was resolved, holds a subtask up, or lets it go on. */
        LOCK,
        /** A fault began, or is over. */
        FAULT
    }

    /** A note that is not in a timeline yet: {@code about} are names of what it is about, each before its value. */
    public static TimelineEntry of(Event event, String... about) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < about.length; i += 2) {
            named.put(about[i], about[i + 1]);
        }
        return new TimelineEntry(0, Instant.EPOCH, event, named, null, null, null);
    }

    public TimelineEntry change(@Nullable String before, @Nullable String after) {
        return new TimelineEntry(id, at, event, about, before, after, cause);
    }

    public TimelineEntry because(String why) {
        return new TimelineEntry(id, at, event, about, from, to, why);
    }

    TimelineEntry numbered(long number, Instant instant) {
        return new TimelineEntry(number, instant, event, about, from, to, cause);
    }
}
