package dev.dmock.control.space;

import dev.dmock.control.DurationParser;
import dev.dmock.control.InvalidControlRequestException;
import dev.dmock.space.Spaces;
import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.SpaceSettings;
import dev.dmock.space.fact.TimelineEntry;
import dev.dmock.space.store.SpaceName;
import dev.dmock.time.SpaceClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows, freezes, resumes and advances the clock of a space. */
@RestController
@RequestMapping("/_dmock/clock")
class ClockController {

    /** Long enough for any test, and keeps every instant within range. */
    private static final Duration MAX_STEP = Duration.ofDays(3660);

    private final Spaces spaces;

    ClockController(Spaces spaces) {
        this.spaces = spaces;
    }

    /** Returns the clock's time. */
    @GetMapping
    ClockView show(SpaceName space) {
        return spaces.read(space, ClockView::of);
    }

    /** Changes the clock; returns after everything that is due by its new time has happened. */
    @PostMapping
    ClockView change(SpaceName space, @RequestBody ClockChange change) {
        Duration step = change.check();
        spaces.write(space, draft -> {
            SpaceClock clock = draft.settings().clock();
            if (Boolean.TRUE.equals(change.freeze())) {
                clock = clock.freeze(draft.machine());
            }
            if (Boolean.TRUE.equals(change.resume())) {
                clock = clock.resume(draft.machine());
            }
            SpaceClock changed = clock.advance(step);
            if (!SpaceClock.canShow(changed.read(draft.machine()))) {
                throw new InvalidControlRequestException(
                        "advance", "a clock goes no further than " + SpaceClock.LATEST);
            }
            draft.note(TimelineEntry.of(TimelineEntry.Event.CLOCK).change(null, change.label()));
            draft.change(SpaceSettings.KIND, s -> s.withClock(changed), "");
            return null;
        });
        return show(space);
    }

    /**
     * A change of the clock; exactly one member is set.
     *
     * @param freeze true to freeze the clock
     * @param resume true to resume the clock from the time that it shows
     * @param advance an ISO-8601 duration such as {@code PT1H} by which the clock is advanced
     */
    record ClockChange(
            @Nullable Boolean freeze,
            @Nullable Boolean resume,
            @Nullable String advance) {

        Duration check() {
            long given =
                    Stream.of(freeze, resume, advance).filter(Objects::nonNull).count();
            if (given != 1 || Boolean.FALSE.equals(freeze) || Boolean.FALSE.equals(resume)) {
                throw new InvalidControlRequestException("", "give just one of freeze: true, resume: true and advance");
            }
            return advance == null ? Duration.ZERO : DurationParser.parse("advance", advance, MAX_STEP);
        }

        String label() {
            return advance != null ? "advanced by " + advance : Boolean.TRUE.equals(freeze) ? "frozen" : "running";
        }
    }

    /** The time of a space's clock, and whether the clock is frozen. */
    record ClockView(Instant now, boolean frozen) {

        static ClockView of(Draft draft) {
            return new ClockView(draft.now(), draft.settings().clock().frozen());
        }
    }
}
