package dev.dmock.sql.parser;

import dev.dmock.sql.expression.Expression;
import dev.dmock.sql.expression.ExpressionParser;
import dev.dmock.sql.statement.RowStatement;
import dev.dmock.sql.statement.SelectQuery;
import dev.dmock.sql.token.TableName;
import dev.dmock.sql.token.TokenReader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses single-table DML statements. */
final class DmlParser {

    private final TokenReader in;
    private final ExpressionParser expressions;

    DmlParser(TokenReader in) {
        this.in = in;
        this.expressions = new ExpressionParser(in);
    }

    static boolean seesChange(TokenReader in) {
        return in.sees("INSERT") || in.sees("REPLACE") || in.sees("UPDATE") || in.sees("DELETE");
    }

    RowStatement change() {
        if (in.accept("INSERT")) {
            skipPriority();
            boolean ignore = in.accept("IGNORE");
            return insert(ignore ? RowStatement.OnDuplicate.IGNORE : RowStatement.OnDuplicate.FAIL);
        } else if (in.accept("REPLACE")) {
            skipPriority();
            return insert(RowStatement.OnDuplicate.REPLACE);
        } else if (in.accept("UPDATE")) {
            return update();
        }
        in.expect("DELETE");
        return delete();
    }

    private void skipPriority() {
        if (!in.accept("LOW_PRIORITY") && !in.accept("DELAYED")) {
            in.accept("HIGH_PRIORITY");
        }
    }

    private RowStatement insert(RowStatement.OnDuplicate onDuplicate) {
        in.accept("INTO");
        TableName table = in.tableName();
        if (in.accept("SET")) {
            List<RowStatement.Assignment> values = in.commaList(this::assignment);
            return finished(
                    table,
                    values.stream().map(RowStatement.Assignment::column).toList(),
                    List.of(values.stream().map(RowStatement.Assignment::value).toList()),
                    onDuplicate);
        }
        List<String> columns = !QueryParser.seesQuery(in) && in.sees("(") ? columns() : List.of();
        if (QueryParser.seesQuery(in)) {
            SelectQuery query = new QueryParser(in).query();
            List<RowStatement.Assignment> updates = updates(onDuplicate);
            return new RowStatement.InsertSelect(
                    table, columns, query, updates.isEmpty() ? onDuplicate : RowStatement.OnDuplicate.UPDATE, updates);
        }
        if (!in.accept("VALUE")) {
            in.expect("VALUES");
        }
        return finished(table, columns, in.commaList(this::row), onDuplicate);
    }

    private List<String> columns() {
        if (in.accept("(", ")")) {
            return List.of();
        }
        return in.inParentheses(this::columnName);
    }

    private List<Expression> row() {
        if (in.accept("(", ")")) {
            return List.of();
        }
        return in.inParentheses(expressions::expression);
    }

    private RowStatement finished(
            TableName table, List<String> columns, List<List<Expression>> rows, RowStatement.OnDuplicate onDuplicate) {
        List<RowStatement.Assignment> updates = updates(onDuplicate);
        return new RowStatement.Insert(
                table, columns, rows, updates.isEmpty() ? onDuplicate : RowStatement.OnDuplicate.UPDATE, updates);
    }

    /** Parses an optional ON DUPLICATE KEY UPDATE clause. */
    private List<RowStatement.Assignment> updates(RowStatement.OnDuplicate onDuplicate) {
        return onDuplicate != RowStatement.OnDuplicate.REPLACE && in.accept("ON", "DUPLICATE", "KEY", "UPDATE")
                ? in.commaList(this::assignment)
                : List.of();
    }

    private RowStatement.Assignment assignment() {
        String column = columnName();
        if (!in.accept(":=")) {
            in.expect("=");
        }
        return new RowStatement.Assignment(column, expressions.expression());
    }

    private String columnName() {
        String name = in.name();
        while (in.accept(".")) {
            name = in.name();
        }
        return name;
    }

    private RowStatement update() {
        in.accept("LOW_PRIORITY");
        if (in.sees("IGNORE")) {
            throw in.unsupported("update ignore");
        }
        TableName table = oneTable("update");
        in.expect("SET");
        List<RowStatement.Assignment> assignments = in.commaList(this::assignment);
        Expression where = where();
        return new RowStatement.Update(table, assignments, where, new QueryParser(in).order(), limit());
    }

    private RowStatement delete() {
        in.accept("LOW_PRIORITY");
        in.accept("QUICK");
        in.accept("IGNORE");
        if (!in.sees("FROM")) {
            throw in.seesName() ? in.unsupported("delete of several tables") : in.unexpected();
        }
        in.expect("FROM");
        TableName table = oneTable("delete");
        Expression where = where();
        return new RowStatement.Delete(table, where, new QueryParser(in).order(), limit());
    }

    /** Parses the table and its optional alias. */
    private TableName oneTable(String what) {
        TableName table = in.tableName();
        boolean alias = in.accept("AS") || (in.seesName() && !in.sees("SET"));
        if (alias) {
            in.name();
        }
        boolean joined = in.sees(",")
                || in.sees("JOIN")
                || in.sees("INNER")
                || in.sees("LEFT")
                || in.sees("RIGHT")
                || in.sees("CROSS")
                || in.sees("NATURAL")
                || in.sees("USING");
        if (joined) {
            throw in.unsupported(what + " of several tables");
        }
        return table;
    }

    private @Nullable Expression where() {
        return in.accept("WHERE") ? expressions.expression() : null;
    }

    private long limit() {
        return in.accept("LIMIT") ? in.integer(Long.MAX_VALUE) : -1;
    }
}
