package dev.dmock.web.request;

import dev.dmock.web.json.GoText;
import java.util.Optional;

/** Booleans as Go's {@code strconv.ParseBool} takes them. */
final class GoBool {

    private GoBool() {}

    static Optional<Boolean> parse(String text) {
        return switch (text) {
            case "1", "t", "T", "TRUE", "true", "True" -> Optional.of(true);
            case "0", "f", "F", "FALSE", "false", "False" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** What Go says of a text that is none. */
    static String error(String text) {
        return "strconv.ParseBool: parsing " + GoText.quote(text) + ": invalid syntax";
    }
}
