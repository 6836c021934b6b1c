package dev.dmock.console;

import dev.dmock.space.fact.TimelineEntry;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** A line of the timeline; missing values are empty. */
record TimelineEntryView(long id, String at, String event, String about, String from, String to, String cause) {

    static TimelineEntryView of(TimelineEntry note) {
        String about = note.about().entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
        return new TimelineEntryView(
                note.id(),
                ConsoleFormat.timeOfDay(note.at()),
                note.event().name().toLowerCase(Locale.ROOT),
                about,
                Objects.requireNonNullElse(note.from(), ""),
                Objects.requireNonNullElse(note.to(), ""),
                Objects.requireNonNullElse(note.cause(), ""));
    }
}
