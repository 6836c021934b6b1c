package dev.dmock.sql.token;

/** Strings between quotes, with MySQL's backslash escapes. */
public final class Escapes {

    private Escapes() {}

    /** What a character behind a backslash means; {@code \%} and {@code \_} keep theirs. */
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

    /** As SHOW CREATE TABLE and TiDB's restored statements write it: quotes doubled, backslashes too. */
    public static String quote(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    /** As a literal of a statement, on one line. */
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
