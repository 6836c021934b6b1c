package dev.dmock.sql.token;

/** Quotes and unquotes strings with MySQL's backslash escapes. */
public final class Escapes {

    private Escapes() {}

    /** Decodes the character after a backslash; {@code \%} and {@code \_} keep the backslash. */
    public static String unescape(char c) {
        return switch (c) {
            case '0' -> "\0";
            case 'b' -> "\b";
            case 'n' -> "\n";
            case 'r' -> "\r";
            case 't' -> "\t";
            case 'Z' -> "\u001a";
            case '%', '_' -> "\\" + c;
            default -> String.valueOf(c);
        };
    }

    /** Quotes a string as SHOW CREATE TABLE and restored statements do: quotes and backslashes are doubled. */
    public static String quote(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** Quotes a string as a literal on one line. */
    public static String literal(String value) {
        return "'"
                + value.replace("\\", "\\\\")
                        .replace("'", "''")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\0", "\\0")
                + "'";
    }
}
