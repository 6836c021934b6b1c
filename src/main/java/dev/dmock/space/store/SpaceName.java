package dev.dmock.space.store;

import java.util.regex.Pattern;

/** The name of a space: 1 to 64 letters, digits, dots, hyphens and underscores, not beginning with a dot. */
public record SpaceName(String value) {

    /** What a name has to be, for those who gave another one. */
    public static final String FORM = "1 to 64 letters, digits, dots, hyphens and underscores, not a dot first";

    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}");

    public static final SpaceName DEFAULT = new SpaceName("default");

    public SpaceName {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not the name of a space: " + value);
        }
    }

    public static boolean isValid(String value) {
        return ALLOWED.matcher(value).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
