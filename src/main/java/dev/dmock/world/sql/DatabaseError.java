package dev.dmock.world.sql;

import dev.dmock.space.Generation;
import java.util.Set;

/**
 * What a database, or the way to it, answers instead of a result.
 *
 * @param code MySQL's error number; 0 for an error of the network or of the parser, whose message is the whole text
 * @param sqlState the SQL state; "" with code 0
 */
public record DatabaseError(int code, String sqlState, String message) {

    private static final Set<Integer> OF_SCHEMA = Set.of(1049, 1050, 1060, 1068, 1146);

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
        return "[" + (OF_SCHEMA.contains(code) ? "schema" : "ddl") + ":" + code + "]" + message;
    }

    public DatabaseException asException() {
        return new DatabaseException(this);
    }
}
