package dev.dmock.world.sql;

import dev.dmock.space.Generation;

/**
 * What a database, or the way to it, answers instead of a result.
 *
 * @param code MySQL's error number; 0 for an error of the network or of the parser, whose message is the whole text
 * @param sqlState the SQL state; "" with code 0
 */
public record DatabaseError(int code, String sqlState, String message) {

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

    public DatabaseException asException() {
        return new DatabaseException(this);
    }
}
