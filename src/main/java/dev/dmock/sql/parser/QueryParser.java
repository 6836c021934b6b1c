package dev.dmock.sql.parser;

import dev.dmock.sql.expression.Expression;
import dev.dmock.sql.expression.ExpressionParser;
import dev.dmock.sql.statement.SelectQuery;
import dev.dmock.sql.token.TableName;
import dev.dmock.sql.token.Token;
import dev.dmock.sql.token.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses the SELECT of INSERT … SELECT: tables, joins, conditions, ORDER BY and LIMIT, but no GROUP BY. */
final class QueryParser {

    private final TokenReader in;
    private final ExpressionParser expressions;
    private boolean distinct;

    QueryParser(TokenReader in) {
        this.in = in;
        this.expressions = new ExpressionParser(in);
    }

    static boolean seesQuery(TokenReader in) {
        return in.sees("SELECT") || in.sees("(", "SELECT");
    }

    SelectQuery query() {
        List<SelectQuery.Select> selects = new ArrayList<>();
        selects.add(select());
        while (in.accept("UNION")) {
            boolean all = in.accept("ALL");
            in.accept("DISTINCT");
            selects.add(select());
            distinct = distinct || !all;
        }
        boolean ordered =
                selects.size() > 1 && selects.stream().anyMatch(s -> !s.order().isEmpty() || s.limit() >= 0);
        if (ordered) {
            throw in.unsupported("union with order by or limit");
        }
        return new SelectQuery(List.copyOf(selects), distinct);
    }

    private SelectQuery.Select select() {
        if (in.accept("(")) {
            SelectQuery.Select inside = select();
            in.expect(")");
            return inside;
        }
        in.expect("SELECT");
        in.accept("ALL");
        distinct = in.accept("DISTINCT") || in.accept("DISTINCTROW") || distinct;
        List<SelectQuery.Item> items = in.commaList(this::item);
        List<SelectQuery.From> from = List.of();
        if (in.accept("FROM") && !in.accept("DUAL")) {
            from = tables();
        }
        Expression where = in.accept("WHERE") ? expressions.expression() : null;
        if (in.sees("GROUP") || in.sees("HAVING") || in.sees("PROCEDURE") || in.sees("INTO")) {
            throw in.unsupported("select ... " + in.peek().text());
        }
        List<SelectQuery.Order> order = order();
        long offset = 0;
        long limit = -1;
        if (in.accept("LIMIT")) {
            limit = in.integer(Long.MAX_VALUE);
            if (in.accept(",")) {
                offset = limit;
                limit = in.integer(Long.MAX_VALUE);
            } else if (in.accept("OFFSET")) {
                offset = in.integer(Long.MAX_VALUE);
            }
        }
        if (!in.accept("FOR", "UPDATE")) {
            in.accept("LOCK", "IN", "SHARE", "MODE");
        }
        return new SelectQuery.Select(items, from, where, order, limit, offset);
    }

    private SelectQuery.Item item() {
        if (in.accept("*")) {
            return new SelectQuery.Item(null, "");
        }
        boolean allOfOne = in.seesName() && in.peek(1).is(".") && in.peek(2).is("*");
        if (allOfOne) {
            String table = in.name();
            in.expect(".", "*");
            return new SelectQuery.Item(null, table);
        }
        Expression value = expressions.expression();
        if (in.accept("AS")) {
            in.wordOrString();
        } else if (in.seesName() || in.peek().kind() == Token.Kind.STRING) {
            in.next();
        }
        return new SelectQuery.Item(value, "");
    }

    private List<SelectQuery.From> tables() {
        List<SelectQuery.From> all = new ArrayList<>();
        all.add(table(false));
        while (true) {
            if (in.accept(",")) {
                all.add(table(false));
            } else if (in.accept("JOIN") || in.accept("INNER", "JOIN") || in.accept("CROSS", "JOIN")) {
                all.add(table(false));
            } else if (in.accept("LEFT", "JOIN") || in.accept("LEFT", "OUTER", "JOIN")) {
                all.add(table(true));
            } else if (in.sees("RIGHT") || in.sees("NATURAL") || in.sees("STRAIGHT_JOIN")) {
                throw in.unsupported(in.peek().text() + " join");
            } else {
                return List.copyOf(all);
            }
        }
    }

    private SelectQuery.From table(boolean outer) {
        if (in.sees("(")) {
            throw in.unsupported("from (...)");
        }
        TableName table = in.tableName();
        boolean alias = in.accept("AS") || in.seesName();
        String name = alias ? in.name() : table.table();
        if (in.sees("USING")) {
            throw in.unsupported("join ... using");
        }
        return new SelectQuery.From(table, name, in.accept("ON") ? expressions.expression() : null, outer);
    }

    /** Parses an optional ORDER BY. */
    List<SelectQuery.Order> order() {
        if (!in.accept("ORDER", "BY")) {
            return List.of();
        }
        return in.commaList(() -> {
            Expression by = expressions.expression();
            if (by instanceof Expression.Constant) {
                throw in.unsupported("order by the number of a column");
            }
            Optional<String> direction = in.acceptAny("ASC", "DESC");
            return new SelectQuery.Order(by, direction.equals(Optional.of("DESC")));
        });
    }
}
