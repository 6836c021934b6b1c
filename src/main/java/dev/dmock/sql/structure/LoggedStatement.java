package dev.dmock.sql.structure;

import dev.dmock.sql.parser.SqlParser;
import dev.dmock.sql.statement.Statement;
import dev.dmock.sql.token.Dialect;
import dev.dmock.sql.token.TableName;
import java.util.Optional;

/** A statement of an upstream's binlog that is not DDL on a table. */
public final class LoggedStatement {

    private final Statement statement;
    private final String schema;

    private LoggedStatement(Statement statement, String schema) {
        this.statement = statement;
        this.schema = schema;
    }

    /** @param schema the session's schema, for unqualified names */
    public static LoggedStatement read(String sql, String schema) {
        return new LoggedStatement(SqlParser.parse(sql, Dialect.MYSQL), schema);
    }

    /** Returns whether it creates a view. TiDB's parser rejects ALTER VIEW, and DM skips unparsable view statements. */
    public boolean createsView() {
        return statement instanceof Statement.CreateView view && !view.alters();
    }

    /** Returns the table whose rows it changes; empty for a statement that is not DML. */
    public Optional<TableName> changed() {
        return statement instanceof Statement.Dml dml
                ? Optional.of(dml.change().table().in(schema))
                : Optional.empty();
    }
}
