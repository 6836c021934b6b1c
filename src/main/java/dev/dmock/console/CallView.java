package dev.dmock.console;

import dev.dmock.journal.JournalEntry;
import dev.dmock.journal.JournaledBody;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A call in the journal; missing values are empty. */
record CallView(
        long id,
        String at,
        String method,
        String path,
        String operation,
        String status,
        String look,
        String errorCode,
        String took,
        String request,
        String answer) {

    private static final int ERRORS_FROM = 400;
    private static final double NANOS_IN_MILLI = 1e6;

    static CallView of(JournalEntry entry) {
        Integer errorCode = entry.errorCode();
        return new CallView(
                entry.id(),
                ConsoleFormat.timeOfDay(entry.at()),
                entry.method(),
                entry.query() == null ? entry.path() : entry.path() + "?" + entry.query(),
                Objects.requireNonNullElse(entry.operationId(), "no operation"),
                entry.status() == null ? "no answer" : entry.status().toString(),
                entry.status() == null || entry.status() >= ERRORS_FROM ? "bad" : "good",
                errorCode == null ? "" : errorCode.toString(),
                String.format(Locale.ROOT, "%.1f ms", entry.took().toNanos() / NANOS_IN_MILLI),
                text(entry.body()),
                text(entry.answer()));
    }

    private static String text(@Nullable JournaledBody content) {
        return content == null ? "" : ConsoleFormat.body(content.text());
    }
}
