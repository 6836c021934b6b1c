package dev.dmock.world.sql;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** An expression of a statement that changes rows. Values are null, {@link BigDecimal} or String; truth is 1 or 0. */
public sealed interface Expr
        permits Expr.Constant,
                Expr.Default,
                Expr.Now,
                Expr.ColumnRef,
                Expr.Inserted,
                Expr.Negative,
                Expr.Not,
                Expr.Logical,
                Expr.Comparison,
                Expr.IsNull,
                Expr.IsTruth,
                Expr.In,
                Expr.Between,
                Expr.Like,
                Arithmetic,
                Call {

    /** Null, a {@link BigDecimal} or a String. */
    @Nullable
    Object value(Scope scope);

    /** Whether it is true, which NULL is not. */
    default boolean holds(Scope scope) {
        return Boolean.TRUE.equals(truth(value(scope)));
    }

    /** Whether it is the word DEFAULT. */
    default boolean isDefault() {
        return false;
    }

    /** Whether as a text it is compared without regard to case; a literal follows what it is compared with. */
    default boolean ignoresCase(Scope scope) {
        return true;
    }

    private static @Nullable Boolean truth(@Nullable Object value) {
        return value == null ? null : Values.number(value).signum() != 0;
    }

    private static BigDecimal number(boolean truth) {
        return truth ? BigDecimal.ONE : BigDecimal.ZERO;
    }

    private static int compare(Expr left, Expr right, Object a, Object b, Scope scope) {
        return Values.compare(a, b, left.ignoresCase(scope) && right.ignoresCase(scope));
    }

    record Constant(@Nullable Object constant) implements Expr {

        @Override
        public @Nullable Object value(Scope scope) {
            return constant;
        }
    }

    /** The word DEFAULT; who assigns a value looks for it first. */
    record Default() implements Expr {

        @Override
        public boolean isDefault() {
            return true;
        }

        @Override
        public @Nullable Object value(Scope scope) {
            return null;
        }
    }

    record Now() implements Expr {

        private static final DateTimeFormatter SECONDS =
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

        @Override
        public Object value(Scope scope) {
            return SECONDS.format(scope.now().atOffset(ZoneOffset.UTC));
        }
    }

    /**
     * A column.
     *
     * @param table the table's name or alias where it was said, else ""
     */
    record ColumnRef(String table, String name) implements Expr {

        @Override
        public @Nullable Object value(Scope scope) {
            return scope.column(table, name);
        }

        @Override
        public boolean ignoresCase(Scope scope) {
            return scope.ignoresCase(table, name);
        }
    }

    /** VALUES(column) behind ON DUPLICATE KEY UPDATE. */
    record Inserted(String name) implements Expr {

        @Override
        public @Nullable Object value(Scope scope) {
            return scope.inserted(name);
        }
    }

    record Negative(Expr of) implements Expr {

        @Override
        public @Nullable Object value(Scope scope) {
            Object value = of.value(scope);
            return value == null ? null : Values.number(value).negate();
        }
    }

    record Not(Expr of) implements Expr {

        @Override
        public @Nullable Object value(Scope scope) {
            Boolean truth = truth(of.value(scope));
            return truth == null ? null : number(!truth);
        }
    }

    /** AND, OR and XOR of three truth values. */
    record Logical(Kind kind, Expr left, Expr right) implements Expr {

        enum Kind {
            AND,
            OR,
            XOR
        }

        @Override
        public @Nullable Object value(Scope scope) {
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

    /** {@code =}, {@code <=>}, {@code <>} and their like. */
    record Comparison(String operator, Expr left, Expr right) implements Expr {

        @Override
        public @Nullable Object value(Scope scope) {
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

    record IsNull(Expr of) implements Expr {

        @Override
        public Object value(Scope scope) {
            return number(of.value(scope) == null);
        }
    }

    /** IS TRUE and IS FALSE. */
    record IsTruth(Expr of, boolean wanted) implements Expr {

        @Override
        public Object value(Scope scope) {
            return number(Objects.equals(truth(of.value(scope)), wanted));
        }
    }

    record In(Expr of, List<Expr> list) implements Expr {

        @Override
        public @Nullable Object value(Scope scope) {
            Object value = of.value(scope);
            boolean unknown = value == null;
            for (Expr element : list) {
                Object other = element.value(scope);
                if (value != null && other != null && compare(of, element, value, other, scope) == 0) {
                    return number(true);
                }
                unknown |= other == null;
            }
            return unknown ? null : number(false);
        }
    }

    record Between(Expr of, Expr low, Expr high) implements Expr {

        @Override
        public @Nullable Object value(Scope scope) {
            Object value = of.value(scope);
            Object from = low.value(scope);
            Object to = high.value(scope);
            if (value == null || from == null || to == null) {
                return null;
            }
            return number(compare(of, low, value, from, scope) >= 0 && compare(of, high, value, to, scope) <= 0);
        }
    }

    record Like(Expr of, Expr pattern) implements Expr {

        @Override
        public @Nullable Object value(Scope scope) {
            Object value = of.value(scope);
            Object like = pattern.value(scope);
            return value == null || like == null
                    ? null
                    : number(Values.like(Values.text(value), Values.text(like), of.ignoresCase(scope)));
        }
    }
}
