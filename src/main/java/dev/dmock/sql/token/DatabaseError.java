package dev.dmock.sql.token;

import dev.dmock.version.Generation;
import java.util.Map;

/**
 * An error of a database or of the connection to it.
 *
 * @param code MySQL's error number; 0 for an error of the network or of the parser, whose message is the whole text
 * @param sqlState the SQL state; "" with code 0
 */
public record DatabaseError(int code, String sqlState, String message) {

    /** The TiDB component that an error comes from; the default is "ddl". */
    private static final Map<Integer, String> PARTS = Map.ofEntries(
            Map.entry(1049, "schema"),
            Map.entry(1050, "schema"),
            Map.entry(1054, "schema"),
            Map.entry(1060, "schema"),
            Map.entry(1067, "types"),
            Map.entry(1068, "schema"),
            Map.entry(1074, "types"),
            Map.entry(1075, "autoid"),
            Map.entry(1146, "schema"),
            Map.entry(1425, "types"),
            Map.entry(1426, "types"),
            Map.entry(1427, "types"));

    /** Returns an error that consists of its message only, such as a refused connection. */
    public static DatabaseError plain(String message) {
        return new DatabaseError(0, "", message);
    }

    /** Formats the error as the Go driver in that generation of DM does: v8 includes the SQL state, v5 does not. */
    public String text(Generation generation) {
        if (code == 0) {
            return message;
        }
        return generation == Generation.V5
                ? "Error " + code + ": " + message
                : "Error " + code + " (" + sqlState + "): " + message;
    }

    /** Formats the error as TiDB's own code does, with the TiDB component. */
    public String inTidb() {
        if (code == 0) {
            return message;
        }
        return "[" + PARTS.getOrDefault(code, "ddl") + ":" + code + "]" + message;
    }

    public DatabaseException asException() {
        return new DatabaseException(this);
    }
}
