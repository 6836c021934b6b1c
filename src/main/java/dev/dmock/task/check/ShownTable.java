package dev.dmock.task.check;

import dev.dmock.world.database.Session;
import dev.dmock.world.sql.DatabaseException;
import dev.dmock.world.sql.TableName;
import java.util.Optional;

/**
 * A table of a source as SHOW CREATE TABLE shows it, which is what DM looks at.
 *
 * @param source the name of the source
 */
record ShownTable(String source, TableName name, String text) {

    private static final int NO_SUCH_TABLE = 1146;

    /** Empty if the table is not there any more. */
    static Optional<ShownTable> of(Instance instance, TableName table) {
        return text(instance.upstream(), table)
                .map(text -> new ShownTable(instance.source().name(), table, text));
    }

    /** What a server shows of a table; empty if there is none. */
    static Optional<String> text(Session session, TableName table) {
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
