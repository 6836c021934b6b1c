package dev.dmock.world.sql;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import net.sf.jsqlparser.expression.BinaryExpression;
import net.sf.jsqlparser.expression.BooleanValue;
import net.sf.jsqlparser.expression.CastExpression;
import net.sf.jsqlparser.expression.DateTimeLiteralExpression;
import net.sf.jsqlparser.expression.DoubleValue;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.Function;
import net.sf.jsqlparser.expression.HexValue;
import net.sf.jsqlparser.expression.LongValue;
import net.sf.jsqlparser.expression.NotExpression;
import net.sf.jsqlparser.expression.NullValue;
import net.sf.jsqlparser.expression.SignedExpression;
import net.sf.jsqlparser.expression.StringValue;
import net.sf.jsqlparser.expression.TimeKeyExpression;
import net.sf.jsqlparser.expression.operators.arithmetic.Addition;
import net.sf.jsqlparser.expression.operators.arithmetic.Division;
import net.sf.jsqlparser.expression.operators.arithmetic.IntegerDivision;
import net.sf.jsqlparser.expression.operators.arithmetic.Modulo;
import net.sf.jsqlparser.expression.operators.arithmetic.Multiplication;
import net.sf.jsqlparser.expression.operators.arithmetic.Subtraction;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.conditional.OrExpression;
import net.sf.jsqlparser.expression.operators.conditional.XorExpression;
import net.sf.jsqlparser.expression.operators.relational.Between;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ExistsExpression;
import net.sf.jsqlparser.expression.operators.relational.GreaterThan;
import net.sf.jsqlparser.expression.operators.relational.GreaterThanEquals;
import net.sf.jsqlparser.expression.operators.relational.InExpression;
import net.sf.jsqlparser.expression.operators.relational.IsBooleanExpression;
import net.sf.jsqlparser.expression.operators.relational.IsNullExpression;
import net.sf.jsqlparser.expression.operators.relational.LikeExpression;
import net.sf.jsqlparser.expression.operators.relational.MinorThan;
import net.sf.jsqlparser.expression.operators.relational.MinorThanEquals;
import net.sf.jsqlparser.expression.operators.relational.NotEqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import org.jspecify.annotations.Nullable;

/** An expression of a statement that changes rows: literals, columns, arithmetic, comparisons and a few functions. */
public final class Expr {

    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int DIVISION_DIGITS = 4;

    private final Expression expression;
    private final Dialect dialect;

    Expr(Expression expression, Dialect dialect) {
        this.expression = expression;
        this.dialect = dialect;
    }

    /** Whether it is the word DEFAULT. */
    public boolean isDefault() {
        return expression instanceof Column column
                && column.getTable() == null
                && column.getColumnName().equalsIgnoreCase("DEFAULT");
    }

    /** Null, a {@link BigDecimal} or a String. */
    public @Nullable Object value(Scope scope) {
        return evaluate(expression, scope);
    }

    /** Whether it is true, which NULL is not. */
    public boolean holds(Scope scope) {
        return Boolean.TRUE.equals(truth(value(scope)));
    }

    private @Nullable Object evaluate(Expression e, Scope scope) {
        if (e instanceof NullValue) {
            return null;
        } else if (e instanceof LongValue v) {
            return new BigDecimal(v.getStringValue());
        } else if (e instanceof DoubleValue v) {
            return new BigDecimal(v.toString());
        } else if (e instanceof StringValue v) {
            return string(v);
        } else if (e instanceof HexValue v) {
            return Values.fromBits(v.getValue());
        } else if (e instanceof BooleanValue v) {
            return number(v.getValue());
        } else if (e instanceof Column c) {
            return column(c, scope);
        } else if (e instanceof ParenthesedExpressionList<?> list && list.size() == 1) {
            return evaluate(list.get(0), scope);
        } else if (e instanceof SignedExpression s) {
            return signed(s, scope);
        } else if (e instanceof NotExpression n) {
            Boolean truth = truth(evaluate(n.getExpression(), scope));
            return truth == null ? null : number(!truth);
        } else if (e instanceof TimeKeyExpression) {
            return now(scope);
        } else if (e instanceof DateTimeLiteralExpression d) {
            return d.getValue().replace("'", "");
        } else if (e instanceof CastExpression c && c.getLeftExpression() instanceof StringValue v) {
            return string(v);
        } else if (e instanceof Function f) {
            return function(f, scope);
        } else if (e instanceof IsNullExpression n) {
            return number((evaluate(n.getLeftExpression(), scope) == null) != n.isNot());
        } else if (e instanceof IsBooleanExpression b) {
            Boolean truth = truth(evaluate(b.getLeftExpression(), scope));
            return number(Objects.equals(truth, b.isTrue()) != b.isNot());
        } else if (e instanceof InExpression in) {
            return in(in, scope);
        } else if (e instanceof Between b) {
            return between(b, scope);
        } else if (e instanceof BinaryExpression b && !(e instanceof ExistsExpression)) {
            return binary(b, scope);
        }
        throw unsupported(e);
    }

    private static String string(StringValue v) {
        String prefix = v.getPrefix() == null ? "" : v.getPrefix();
        if (prefix.equalsIgnoreCase("b") || prefix.equalsIgnoreCase("x")) {
            return Values.fromBits(prefix + "'" + v.getValue() + "'");
        }
        List<Token> tokens = Lexer.tokens("'" + v.getValue() + "'", Dialect.MYSQL);
        return tokens.get(0).text();
    }

    private static @Nullable Object column(Column column, Scope scope) {
        String name = column.getColumnName();
        if (column.getTable() == null && name.startsWith("\"")) {
            return Lexer.tokens(name, Dialect.MYSQL).get(0).text();
        }
        return scope.column(DmlParser.unquoted(name));
    }

    private @Nullable Object signed(SignedExpression s, Scope scope) {
        Object value = evaluate(s.getExpression(), scope);
        return value == null ? null : s.getSign() == '-' ? Values.number(value).negate() : value;
    }

    private @Nullable Object function(Function function, Scope scope) {
        String name = function.getName().toUpperCase(Locale.ROOT);
        List<? extends Expression> parameters =
                function.getParameters() == null ? List.of() : List.copyOf(function.getParameters());
        if (name.equals("VALUES") && parameters.size() == 1 && parameters.get(0) instanceof Column c) {
            return scope.inserted(DmlParser.unquoted(c.getColumnName()));
        }
        List<@Nullable Object> values = new java.util.ArrayList<>();
        parameters.forEach(p -> values.add(evaluate(p, scope)));
        switch (name) {
            case "NOW", "CURRENT_TIMESTAMP", "LOCALTIME", "LOCALTIMESTAMP", "SYSDATE", "UTC_TIMESTAMP":
                return now(scope);
            case "CONCAT":
                return values.contains(null)
                        ? null
                        : values.stream().map(Values::text).collect(Collectors.joining());
            case "IFNULL", "COALESCE":
                return values.stream().filter(Objects::nonNull).findFirst().orElse(null);
            case "UPPER", "LOWER", "REPEAT", "ABS":
                return values.contains(null) || values.isEmpty() ? null : ofText(name, values);
            default:
                throw unsupported(function);
        }
    }

    @SuppressWarnings("NullAway") // the values were looked at
    private static Object ofText(String name, List<@Nullable Object> values) {
        Object first = values.get(0);
        return switch (name) {
            case "UPPER" -> Values.text(first).toUpperCase(Locale.ROOT);
            case "LOWER" -> Values.text(first).toLowerCase(Locale.ROOT);
            case "ABS" -> Values.number(first).abs();
            default ->
                Values.text(first)
                        .repeat(Math.min(
                                65_535, Math.max(0, Values.number(values.get(1)).intValue())));
        };
    }

    private @Nullable Object in(InExpression in, Scope scope) {
        if (!(in.getRightExpression() instanceof ParenthesedExpressionList<?> list)) {
            throw unsupported(in);
        }
        Object left = evaluate(in.getLeftExpression(), scope);
        boolean sawNull = left == null;
        for (Expression element : list) {
            Object right = evaluate(element, scope);
            if (left != null && right != null && compare(in.getLeftExpression(), element, left, right, scope) == 0) {
                return number(!in.isNot());
            }
            sawNull |= right == null;
        }
        return sawNull ? null : number(in.isNot());
    }

    private @Nullable Object between(Between b, Scope scope) {
        Object value = evaluate(b.getLeftExpression(), scope);
        Object low = evaluate(b.getBetweenExpressionStart(), scope);
        Object high = evaluate(b.getBetweenExpressionEnd(), scope);
        if (value == null || low == null || high == null) {
            return null;
        }
        boolean inside = compare(b.getLeftExpression(), b.getBetweenExpressionStart(), value, low, scope) >= 0
                && compare(b.getLeftExpression(), b.getBetweenExpressionEnd(), value, high, scope) <= 0;
        return number(inside != b.isNot());
    }

    private @Nullable Object binary(BinaryExpression b, Scope scope) {
        if (b instanceof AndExpression || b instanceof OrExpression || b instanceof XorExpression) {
            return logical(b, scope);
        }
        Object left = evaluate(b.getLeftExpression(), scope);
        Object right = evaluate(b.getRightExpression(), scope);
        if (b.getStringExpression().equals("<=>")) {
            boolean equal = left == null || right == null
                    ? left == null && right == null
                    : compare(b.getLeftExpression(), b.getRightExpression(), left, right, scope) == 0;
            return number(equal);
        }
        if (left == null || right == null) {
            requireKnown(b);
            return null;
        }
        if (b instanceof LikeExpression like) {
            boolean ignoreCase = ignoresCase(b.getLeftExpression(), scope);
            return number(Values.like(Values.text(left), Values.text(right), ignoreCase) != like.isNot());
        }
        return isArithmetic(b)
                ? arithmetic(b, Values.number(left), Values.number(right))
                : comparison(b, left, right, scope);
    }

    private @Nullable Object logical(BinaryExpression b, Scope scope) {
        Boolean left = truth(evaluate(b.getLeftExpression(), scope));
        Boolean right = truth(evaluate(b.getRightExpression(), scope));
        if (b instanceof XorExpression) {
            return left == null || right == null ? null : number(!left.equals(right));
        }
        boolean decisive = b instanceof OrExpression;
        if (Objects.equals(left, decisive) || Objects.equals(right, decisive)) {
            return number(decisive);
        }
        return left == null || right == null ? null : number(!decisive);
    }

    private static boolean isArithmetic(BinaryExpression b) {
        return b instanceof Addition
                || b instanceof Subtraction
                || b instanceof Multiplication
                || b instanceof Division
                || b instanceof IntegerDivision
                || b instanceof Modulo;
    }

    private static @Nullable BigDecimal arithmetic(BinaryExpression b, BigDecimal left, BigDecimal right) {
        if (b instanceof Addition) {
            return left.add(right);
        } else if (b instanceof Subtraction) {
            return left.subtract(right);
        } else if (b instanceof Multiplication) {
            return left.multiply(right);
        } else if (right.signum() == 0) {
            return null;
        } else if (b instanceof Division) {
            return left.divide(right, left.scale() + DIVISION_DIGITS, RoundingMode.HALF_UP);
        }
        return b instanceof Modulo
                ? left.remainder(right)
                : left.divideToIntegralValue(right).setScale(0, RoundingMode.DOWN);
    }

    private BigDecimal comparison(BinaryExpression b, Object left, Object right, Scope scope) {
        int order = compare(b.getLeftExpression(), b.getRightExpression(), left, right, scope);
        if (b instanceof EqualsTo) {
            return number(order == 0);
        } else if (b instanceof NotEqualsTo) {
            return number(order != 0);
        } else if (b instanceof GreaterThan) {
            return number(order > 0);
        } else if (b instanceof GreaterThanEquals) {
            return number(order >= 0);
        } else if (b instanceof MinorThan) {
            return number(order < 0);
        } else if (b instanceof MinorThanEquals) {
            return number(order <= 0);
        }
        throw unsupported(b);
    }

    private void requireKnown(BinaryExpression b) {
        boolean known = isArithmetic(b)
                || b instanceof LikeExpression
                || b instanceof EqualsTo
                || b instanceof NotEqualsTo
                || b instanceof GreaterThan
                || b instanceof GreaterThanEquals
                || b instanceof MinorThan
                || b instanceof MinorThanEquals;
        if (!known) {
            throw unsupported(b);
        }
    }

    private int compare(Expression leftOf, Expression rightOf, Object left, Object right, Scope scope) {
        return Values.compare(left, right, ignoresCase(leftOf, scope) && ignoresCase(rightOf, scope));
    }

    /** A literal follows the column it is compared with. */
    private boolean ignoresCase(Expression e, Scope scope) {
        return !(e instanceof Column c)
                || c.getColumnName().startsWith("\"")
                || scope.ignoresCase(DmlParser.unquoted(c.getColumnName()));
    }

    private static String now(Scope scope) {
        return SECONDS.format(scope.now().atOffset(ZoneOffset.UTC));
    }

    private static @Nullable Boolean truth(@Nullable Object value) {
        return value == null ? null : Values.number(value).signum() != 0;
    }

    private static BigDecimal number(boolean truth) {
        return truth ? BigDecimal.ONE : BigDecimal.ZERO;
    }

    private DatabaseException unsupported(Expression e) {
        return Errors.notSupported(dialect, e.toString()).asException();
    }
}
