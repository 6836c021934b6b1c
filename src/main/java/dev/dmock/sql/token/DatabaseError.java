package dev.dmock.sql.token;

import dev.dmock.version.Generation;
import java.util.Map;

/**
 * What a database, or the way to it, answers instead of a result.
 *
 * @param code MySQL's error number; 0 for an error of the network or of the parser, whose message is the whole text
 * @param sqlState the SQL state; "" with code 0
 */
public record DatabaseError(int code, String sqlState, String message) {

    /** The part of TiDB that an error comes from, where it is not the one that carries out DDL. */
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

    /** An error that is told by its message alone, such as a refused connection. */
    public static DatabaseError plain(String message) {
        return new DatabaseError(0, "", message);
    }

    /** As the Go driver of that generation of DM tells it: v8's names the SQL state, v5's does not. */
    public String text(Generation generation) {
        if (code == 0) {
            return message;
        }
        return generation == Generation.V5
                ? "Error " + code + ": " + message
                : "Error " + code + " (" + sqlState + "): " + message;
    }

    /** As TiDB's own code tells it, with the part of TiDB that it is from. */
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
