package dev.dmock.console;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Formats times and bodies for the console. */
final class ConsoleFormat {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TIME_OF_DAY =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Limits a body on the page; the control API's journal has the whole body. */
    private static final int MAX_BODY_LENGTH = 4000;

    private ConsoleFormat() {}

    static String time(Instant instant) {
        return TIME.format(instant);
    }

    static String timeOfDay(Instant instant) {
        return TIME_OF_DAY.format(instant);
    }

    static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** Returns the beginning of a body, indented if it is JSON. */
    static String body(@Nullable String text) {
        if (text == null) {
            return "";
        }
        if (text.length() > MAX_BODY_LENGTH) {
            return text.substring(0, MAX_BODY_LENGTH) + " …";
        }
        try {
            return JSON.writeValueAsString(JSON.readTree(text));
        } catch (JacksonException e) {
            return text; // not JSON
        }
    }
}
