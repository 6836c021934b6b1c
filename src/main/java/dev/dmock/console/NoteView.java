package dev.dmock.console;

import dev.dmock.space.Note;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** A line of the timeline; what there is not is empty. */
record NoteView(long id, String at, String event, String about, String from, String to, String cause) {

    static NoteView of(Note note) {
        String about = note.about().entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining(", "));
        return new NoteView(
                note.id(),
                Texts.timeOfDay(note.at()),
                note.event().name().toLowerCase(Locale.ROOT),
                about,
                Objects.requireNonNullElse(note.from(), ""),
                Objects.requireNonNullElse(note.to(), ""),
                Objects.requireNonNullElse(note.cause(), ""));
    }
}
