package dev.dmock.sql.structure;

import dev.dmock.sql.parser.SqlParser;
import dev.dmock.sql.statement.Statement;
import dev.dmock.sql.token.Dialect;
import dev.dmock.sql.token.TableName;
import java.util.Optional;

/** A statement of an upstream's binlog that changes no structure of a table. */
public final class LoggedStatement {

    private final Statement statement;
    private final String schema;

    private LoggedStatement(Statement statement, String schema) {
        this.statement = statement;
        this.schema = schema;
    }

    /** @param schema the session's schema, for names without one */
    public static LoggedStatement read(String sql, String schema) {
        return new LoggedStatement(SqlParser.parse(sql, Dialect.MYSQL), schema);
    }

    /** Whether it makes a view. TiDB's parser reads no ALTER VIEW, and DM leaves out what is about views and unread. */
    public boolean createsView() {
        return statement instanceof Statement.CreateView view && !view.alters();
    }

    /** The table whose rows it changes; empty for another statement. */
    public Optional<TableName> changed() {
        return statement instanceof Statement.Dml dml
                ? Optional.of(dml.change().table().in(schema))
                : Optional.empty();
    }
}
