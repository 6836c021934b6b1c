package dev.dmock.world.sql;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.operators.relational.ExpressionList;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.parser.CCJSqlParser;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.parser.ParseException;
import net.sf.jsqlparser.parser.TokenMgrException;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.insert.Insert;
import net.sf.jsqlparser.statement.select.Limit;
import net.sf.jsqlparser.statement.select.Select;
import net.sf.jsqlparser.statement.select.Values;
import net.sf.jsqlparser.statement.update.Update;
import net.sf.jsqlparser.statement.update.UpdateSet;
import net.sf.jsqlparser.statement.upsert.Upsert;
import net.sf.jsqlparser.util.TablesNamesFinder;
import org.jspecify.annotations.Nullable;

/** Reads the statements that change rows, and checks those that select, by JSqlParser. */
final class DmlParser {

    private final String sql;
    private final Dialect dialect;

    DmlParser(String sql, Dialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
    }

    Change change() {
        net.sf.jsqlparser.statement.Statement statement = parse();
        if (statement instanceof Insert insert) {
            return insert(insert);
        } else if (statement instanceof Upsert upsert) {
            return replace(upsert);
        } else if (statement instanceof Update update && update.getJoins() == null && update.getStartJoins() == null) {
            return new Change.Update(
                    table(update.getTable()),
                    assignments(update.getUpdateSets()),
                    where(update.getWhere()),
                    limit(update.getLimit()));
        } else if (statement instanceof Delete delete
                && delete.getJoins() == null
                && (delete.getTables() == null || delete.getTables().isEmpty())) {
            return new Change.Delete(table(delete.getTable()), where(delete.getWhere()), limit(delete.getLimit()));
        }
        throw Errors.notSupported(dialect, sql).asException();
    }

    /** Checks that this is one statement that can be read. */
    void check() {
        parse();
    }

    /** The tables that a SELECT reads. */
    List<TableName> tables() {
        return new TablesNamesFinder<Void>()
                .getTables(parse()).stream()
                        .map(DmlParser::tableName)
                        .sorted(Comparator.comparing(TableName::quoted))
                        .toList();
    }

    private static TableName tableName(String dotted) {
        return table(new Table(dotted));
    }

    private net.sf.jsqlparser.statement.Statement parse() {
        CCJSqlParser parser = CCJSqlParserUtil.newParser(sql)
                .withBackslashEscapeCharacter(true)
                .withAllowComplexParsing(true);
        try {
            net.sf.jsqlparser.statement.Statement statement = parser.Statement();
            if (statement == null) {
                throw new SyntaxError(sql, tokenAt(sql.length()));
            }
            return statement;
        } catch (ParseException e) {
            net.sf.jsqlparser.parser.Token next = e.currentToken == null ? null : e.currentToken.next;
            throw new SyntaxError(sql, next == null ? tokenAt(0) : tokenAt(offset(next.beginLine, next.beginColumn)));
        } catch (TokenMgrException e) {
            throw new SyntaxError(sql, tokenAt(0));
        }
    }

    private int offset(int line, int column) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            start = sql.indexOf('\n', start) + 1;
        }
        return start + column - 1;
    }

    private Token tokenAt(int offset) {
        List<Token> tokens = Lexer.tokens(sql, dialect);
        return tokens.stream().filter(t -> t.end() > offset).findFirst().orElse(tokens.get(tokens.size() - 1));
    }

    private Change insert(Insert insert) {
        boolean updates = insert.getDuplicateUpdateSets() != null;
        Change.OnDuplicate onDuplicate = updates
                ? Change.OnDuplicate.UPDATE
                : insert.isModifierIgnore() ? Change.OnDuplicate.IGNORE : Change.OnDuplicate.FAIL;
        List<Change.Assignment> onUpdate = updates ? assignments(insert.getDuplicateUpdateSets()) : List.of();
        return rows(
                insert.getTable(),
                insert.getColumns(),
                insert.getSelect(),
                insert.getSetUpdateSets(),
                onDuplicate,
                onUpdate);
    }

    private Change replace(Upsert upsert) {
        return rows(
                upsert.getTable(),
                upsert.getColumns(),
                upsert.getSelect(),
                upsert.getUpdateSets(),
                Change.OnDuplicate.REPLACE,
                List.of());
    }

    private Change rows(
            Table table,
            @Nullable List<Column> columns,
            @Nullable Select select,
            @Nullable List<UpdateSet> sets,
            Change.OnDuplicate onDuplicate,
            List<Change.Assignment> updates) {
        if (sets != null && select == null) {
            List<Change.Assignment> values = assignments(sets);
            return new Change.Insert(
                    table(table),
                    values.stream().map(Change.Assignment::column).toList(),
                    List.of(values.stream().map(Change.Assignment::value).toList()),
                    onDuplicate,
                    updates);
        }
        if (!(select instanceof Values values)) {
            throw Errors.notSupported(dialect, "insert ... select").asException();
        }
        List<String> names = columns == null
                ? List.of()
                : columns.stream().map(c -> unquoted(c.getColumnName())).toList();
        return new Change.Insert(table(table), names, rows(values.getExpressions()), onDuplicate, updates);
    }

    private List<List<Expr>> rows(ExpressionList<?> values) {
        boolean several = !(values instanceof ParenthesedExpressionList);
        List<List<Expr>> rows = new ArrayList<>();
        for (ExpressionList<?> row : several ? values.stream().map(this::row).toList() : List.of(values)) {
            rows.add(row.stream().map(this::expr).toList());
        }
        return rows;
    }

    private ExpressionList<?> row(Object row) {
        if (row instanceof ExpressionList<?> list) {
            return list;
        }
        throw new SyntaxError(sql, tokenAt(0));
    }

    private List<Change.Assignment> assignments(List<UpdateSet> sets) {
        List<Change.Assignment> all = new ArrayList<>();
        for (UpdateSet set : sets) {
            for (int i = 0; i < set.getColumns().size(); i++) {
                String column = unquoted(set.getColumn(i).getColumnName());
                all.add(new Change.Assignment(column, expr(Objects.requireNonNull(set.getValue(i)))));
            }
        }
        return List.copyOf(all);
    }

    private @Nullable Expr where(@Nullable Expression where) {
        return where == null ? null : expr(where);
    }

    private Expr expr(Expression expression) {
        return new Expr(expression, dialect);
    }

    private long limit(@Nullable Limit limit) {
        if (limit == null) {
            return -1;
        }
        if (limit.getRowCount() instanceof LongValue count && limit.getOffset() == null) {
            return count.getValue();
        }
        throw Errors.notSupported(dialect, limit.toString()).asException();
    }

    private static TableName table(Table table) {
        String schema = table.getSchemaName();
        return new TableName(schema == null ? "" : unquoted(schema), unquoted(table.getName()));
    }

    static String unquoted(String name) {
        return name.startsWith("`") ? name.substring(1, name.length() - 1).replace("``", "`") : name;
    }
}
