package dev.dmock.control.space;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.dmock.control.InvalidControlRequestException;
import dev.dmock.space.Spaces;
import dev.dmock.space.fact.TimelineEntry;
import dev.dmock.space.store.SpaceName;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows the timeline of a space: the events since its world was created, in order, with their causes. */
@RestController
@RequestMapping("/_dmock/timeline")
class TimelineController {

    private final Spaces spaces;

    TimelineController(Spaces spaces) {
        this.spaces = spaces;
    }

    /** An entry of the timeline. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Happening(
            long id,
            Instant at,
            String event,
            Map<String, String> about,
            @Nullable String from,
            @Nullable String to,
            @Nullable String cause) {

        static Happening of(TimelineEntry note) {
            String event = note.event().name().toLowerCase(Locale.ROOT);
            return new Happening(note.id(), note.at(), event, note.about(), note.from(), note.to(), note.cause());
        }
    }

    /** The stored entries; older entries were evicted. */
    record Timeline(List<Happening> entries, long dropped) {}

    /** Returns the stored entries, optionally only those after an entry or about a task or a source. */
    @GetMapping
    Timeline show(
            SpaceName space,
            @RequestParam(defaultValue = "0") long since,
            @RequestParam(required = false) @Nullable String task,
            @RequestParam(required = false) @Nullable String source) {
        if (since < 0) {
            throw new InvalidControlRequestException("since", "cannot be negative");
        }
        List<TimelineEntry> notes = spaces.read(space, draft -> List.copyOf(draft.all(TimelineEntry.KIND)));
        List<Happening> entries = notes.stream()
                .filter(note -> note.id() > since)
                .filter(note -> task == null || task.equals(note.about().get("task")))
                .filter(note -> source == null || source.equals(note.about().get("source")))
                .map(Happening::of)
                .toList();
        return new Timeline(entries, notes.isEmpty() ? 0 : notes.get(0).id() - 1);
    }
}
