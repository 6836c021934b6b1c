package dev.dmock.go;

import java.util.Optional;

/** Booleans as Go's {@code strconv.ParseBool} takes them. */
public final class GoBool {

    private GoBool() {}

    public static Optional<Boolean> parse(String text) {
        return switch (text) {
            case "1", "t", "T", "TRUE", "true", "True" -> Optional.of(true);
            case "0", "f", "F", "FALSE", "false", "False" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    /** What Go says of a text that is none. */
    public static String error(String text) {
        return "strconv.ParseBool: parsing " + GoText.quote(text) + ": invalid syntax";
    }
}
