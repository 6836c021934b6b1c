package dev.dmock.control;

import java.time.Duration;
import java.time.format.DateTimeParseException;

/** Durations in control requests. */
final class Durations {

    private Durations() {}

    /** @throws ControlError if the text is not an ISO-8601 duration from nothing to {@code longest} */
    static Duration parse(String path, String text, Duration longest) {
        try {
            Duration duration = Duration.parse(text);
            if (duration.isNegative() || duration.compareTo(longest) > 0) {
                throw new ControlError(path, "has to be from PT0S to " + longest);
            }
            return duration;
        } catch (DateTimeParseException e) {
            throw new ControlError(path, "is not an ISO-8601 duration such as PT1H: " + text);
        }
    }
}
