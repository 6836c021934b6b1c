package dev.dmock.task.check.instance;

import dev.dmock.sql.token.DatabaseException;
import dev.dmock.sql.token.TableName;
import dev.dmock.world.database.DatabaseSession;
import java.util.Optional;

/**
 * A table of a source as SHOW CREATE TABLE shows it, which is what DM looks at.
 *
 * @param source the name of the source
 */
public record ShownTable(String source, TableName name, String text) {

    private static final int NO_SUCH_TABLE = 1146;

    /** Empty if the table is not there any more. */
    public static Optional<ShownTable> of(CheckedInstance instance, TableName table) {
        return text(instance.upstream(), table)
                .map(text -> new ShownTable(instance.source().name(), table, text));
    }

    /** What a server shows of a table; empty if there is none. */
    public static Optional<String> text(DatabaseSession session, TableName table) {
        try {
            return Optional.of(session.showCreateTable(table));
        } catch (DatabaseException e) {
            if (e.error().code() == NO_SUCH_TABLE) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
