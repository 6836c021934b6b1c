package dev.dmock.sql.expression;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An expression of a statement that changes rows. Values are null, {@link BigDecimal} or String; truth is 1 or 0. */
public sealed interface Expression
        permits Expression.Constant,
                Expression.Default,
                Expression.Now,
                Expression.ColumnRef,
                Expression.Inserted,
                Expression.Negative,
                Expression.Not,
                Expression.Logical,
                Expression.Comparison,
                Expression.IsNull,
                Expression.IsTruth,
                Expression.In,
                Expression.Between,
                Expression.Like,
                Arithmetic,
                FunctionCall {

    /** Evaluates to null, a {@link BigDecimal} or a String. */
    @Nullable
    public Object value(ColumnScope scope);

    /** Returns whether the expression is true; NULL is not true. */
    default boolean holds(ColumnScope scope) {
        return Boolean.TRUE.equals(truth(value(scope)));
    }

    /** Returns whether this is the keyword DEFAULT. */
    default boolean isDefault() {
        return false;
    }

    /** Returns whether string comparison ignores case; a literal adopts the other operand's rule. */
    public default boolean ignoresCase(ColumnScope scope) {
        return true;
    }

    private static @Nullable Boolean truth(@Nullable Object value) {
        return value == null ? null : SqlValues.number(value).signum() != 0;
    }

    private static BigDecimal number(boolean truth) {
        return truth ? BigDecimal.ONE : BigDecimal.ZERO;
    }

    private static int compare(Expression left, Expression right, Object a, Object b, ColumnScope scope) {
        return SqlValues.compare(a, b, left.ignoresCase(scope) && right.ignoresCase(scope));
    }

    record Constant(@Nullable Object constant) implements Expression {

        @Override
        public @Nullable Object value(ColumnScope scope) {
            return constant;
        }
    }

    /** The keyword DEFAULT; an assignment checks for it before evaluating. */
    record Default() implements Expression {

        @Override
        public boolean isDefault() {
            return true;
        }

        @Override
        public @Nullable Object value(ColumnScope scope) {
            return null;
        }
    }

    record Now() implements Expression {

        private static final DateTimeFormatter SECONDS =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

        @Override
        public Object value(ColumnScope scope) {
            return SECONDS.format(scope.now().atOffset(ZoneOffset.UTC));
        }
    }

    /**
     * A column.
     *
     * @param table the table's name or alias if the column is qualified, else ""
     */
    record ColumnRef(String table, String name) implements Expression {

        @Override
        public @Nullable Object value(ColumnScope scope) {
            return scope.column(table, name);
        }

        @Override
        public boolean ignoresCase(ColumnScope scope) {
            return scope.ignoresCase(table, name);
        }
    }

    /** VALUES(column) in ON DUPLICATE KEY UPDATE. */
    record Inserted(String name) implements Expression {

        @Override
        public @Nullable Object value(ColumnScope scope) {
            return scope.inserted(name);
        }
    }

    record Negative(Expression of) implements Expression {

        @Override
        public @Nullable Object value(ColumnScope scope) {
            Object value = of.value(scope);
            return value == null ? null : SqlValues.number(value).negate();
        }
    }

    record Not(Expression of) implements Expression {

        @Override
        public @Nullable Object value(ColumnScope scope) {
            Boolean truth = truth(of.value(scope));
            return truth == null ? null : number(!truth);
        }
    }

    /** AND, OR and XOR in three-valued logic. */
    record Logical(Kind kind, Expression left, Expression right) implements Expression {

        public enum Kind {
            AND,
            OR,
            XOR
        }

        @Override
        public @Nullable Object value(ColumnScope scope) {
            Boolean a = truth(left.value(scope));
            Boolean b = truth(right.value(scope));
            if (kind == Kind.XOR) {
                return a == null || b == null ? null : number(!a.equals(b));
            }
            boolean decisive = kind == Kind.OR;
            if (Objects.equals(a, decisive) || Objects.equals(b, decisive)) {
                return number(decisive);
            }
            return a == null || b == null ? null : number(!decisive);
        }
    }

    /** A comparison such as {@code =}, {@code <=>} or {@code <>}. */
    record Comparison(String operator, Expression left, Expression right) implements Expression {

        @Override
        public @Nullable Object value(ColumnScope scope) {
            Object a = left.value(scope);
            Object b = right.value(scope);
            if (a == null || b == null) {
                return operator.equals("<=>") ? number(a == null && b == null) : null;
            }
            int order = compare(left, right, a, b, scope);
            return number(
                    switch (operator) {
                        case "=", "<=>" -> order == 0;
                        case "<>", "!=" -> order != 0;
                        case "<" -> order < 0;
                        case "<=" -> order <= 0;
                        case ">" -> order > 0;
                        default -> order >= 0;
                    });
        }
    }

    record IsNull(Expression of) implements Expression {

        @Override
        public Object value(ColumnScope scope) {
            return number(of.value(scope) == null);
        }
    }

    /** IS TRUE and IS FALSE. */
    record IsTruth(Expression of, boolean wanted) implements Expression {

        @Override
        public Object value(ColumnScope scope) {
            return number(Objects.equals(truth(of.value(scope)), wanted));
        }
    }

    record In(Expression of, List<Expression> list) implements Expression {

        @Override
        public @Nullable Object value(ColumnScope scope) {
            Object value = of.value(scope);
            boolean unknown = value == null;
            for (Expression element : list) {
                Object other = element.value(scope);
                if (value != null && other != null && compare(of, element, value, other, scope) == 0) {
                    return number(true);
                }
                unknown |= other == null;
            }
            return unknown ? null : number(false);
        }
    }

    record Between(Expression of, Expression low, Expression high) implements Expression {

        @Override
        public @Nullable Object value(ColumnScope scope) {
            Object value = of.value(scope);
            Object from = low.value(scope);
            Object to = high.value(scope);
            if (value == null || from == null || to == null) {
                return null;
            }
            return number(compare(of, low, value, from, scope) >= 0 && compare(of, high, value, to, scope) <= 0);
        }
    }

    record Like(Expression of, Expression pattern) implements Expression {

        @Override
        public @Nullable Object value(ColumnScope scope) {
            Object value = of.value(scope);
            Object like = pattern.value(scope);
            return value == null || like == null
                    ? null
                    : number(SqlValues.like(SqlValues.text(value), SqlValues.text(like), of.ignoresCase(scope)));
        }
    }
}
