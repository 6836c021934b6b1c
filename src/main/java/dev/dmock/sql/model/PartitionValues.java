package dev.dmock.sql.model;

import dev.dmock.sql.expression.ColumnScope;
import dev.dmock.sql.expression.ExpressionParser;
import dev.dmock.sql.expression.SqlValues;
import dev.dmock.sql.token.Dialect;
import dev.dmock.sql.token.Escapes;
import dev.dmock.sql.token.TokenReader;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses the constant values of partitions. */
public final class PartitionValues {

    private final TokenReader in;

    public PartitionValues(TokenReader in) {
        this.in = in;
    }

    /** Returns a constant value as SQL text. */
    public String value() {
        if (in.accept(Partition.MAXVALUE)) {
            return Partition.MAXVALUE;
        }
        if (in.sees("(")) {
            return "(" + String.join(",", in.inParentheses(this::value)) + ")";
        }
        Object value = new ExpressionParser(in).expression().value(new ConstantScope(in));
        return value == null ? "NULL" : value instanceof String text ? Escapes.quote(text) : SqlValues.text(value);
    }

    /** Splits a tuple of a list partition into its values. */
    static List<String> parts(String tuple) {
        return new PartitionValues(new TokenReader(tuple, Dialect.TIDB)).tuple();
    }

    private List<String> tuple() {
        return in.inParentheses(this::value);
    }

    /** Unquotes a string. */
    static String string(String quoted) {
        return new TokenReader(quoted, Dialect.TIDB).string();
    }

    /** A scope without columns, because partition values must be constant. */
    private record ConstantScope(TokenReader in) implements ColumnScope {

        @Override
        public @Nullable Object column(String table, String name) {
            throw in.unexpected();
        }

        @Override
        public @Nullable Object inserted(String name) {
            throw in.unexpected();
        }

        @Override
        public Instant now() {
            return Instant.EPOCH;
        }

        @Override
        public boolean ignoresCase(String table, String column) {
            return true;
        }
    }
}
