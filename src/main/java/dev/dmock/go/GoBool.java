package dev.dmock.go;

import java.util.Optional;

/** Parses booleans as Go's {@code strconv.ParseBool} does. */
public final class GoBool {

    private GoBool() {}

    public static Optional<Boolean> parse(String text) {
        return switch (text) {
            case "1", "t", "T", "TRUE", "true", "True" -> Optional.of(true);
            case "0", "f", "F", "FALSE", "false", "False" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** Returns Go's error text for an invalid boolean. */
    public static String error(String text) {
        return "strconv.ParseBool: parsing " + GoText.quote(text) + ": invalid syntax";
    }
}
