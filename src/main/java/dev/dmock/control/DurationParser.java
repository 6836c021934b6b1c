package dev.dmock.control;

import java.time.Duration;
import java.time.format.DateTimeParseException;

/** Parses durations in control requests. */
public final class DurationParser {

    private DurationParser() {}

    /**
     * @throws InvalidControlRequestException if the text is not an ISO-8601 duration between zero and {@code longest}
     */
    public static Duration parse(String path, String text, Duration longest) {
        try {
            Duration duration = Duration.parse(text);
            if (duration.isNegative() || duration.compareTo(longest) > 0) {
                throw new InvalidControlRequestException(path, "has to be from PT0S to " + longest);
            }
            return duration;
        } catch (DateTimeParseException e) {
            throw new InvalidControlRequestException(path, "is not an ISO-8601 duration such as PT1H: " + text);
        }
    }
}
