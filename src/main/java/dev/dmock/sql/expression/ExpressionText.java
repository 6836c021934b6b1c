package dev.dmock.sql.expression;

import dev.dmock.sql.token.Dialect;
import dev.dmock.sql.token.Escapes;
import dev.dmock.sql.token.TableName;
import dev.dmock.sql.token.Token;
import dev.dmock.sql.token.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Formats a generated column's expression as TiDB stores it: names in backticks, operators between spaces. */
public final class ExpressionText {

    /** Keywords that are a value or end one. */
    private static final Set<String> VALUES = Set.of("NULL", "TRUE", "FALSE", "END");
    /** Keywords that separate or precede values. */
    private static final Set<String> KEYWORDS = Set.of(
            "AND",
            "OR",
            "XOR",
            "NOT",
            "IS",
            "LIKE",
            "IN",
            "BETWEEN",
            "DIV",
            "MOD",
            "CASE",
            "WHEN",
            "THEN",
            "ELSE",
            "INTERVAL",
            "AS",
            "REGEXP",
            "RLIKE",
            "BINARY");

    private ExpressionText() {}

    public static String restore(String expression) {
        return restore(expression, UnaryOperator.identity());
    }

    /** Formats a partitioning expression, with its function names in upper case. */
    public static String ofPartitions(String expression) {
        return restore(expression, word -> word.toUpperCase(Locale.ROOT));
    }

    /** Returns the names of the columns in an expression. */
    public static List<String> names(String expression) {
        TokenReader in = new TokenReader(expression, Dialect.TIDB);
        List<String> names = new ArrayList<>();
        while (!in.atEnd()) {
            Token token = in.next();
            boolean word = token.kind() == Token.Kind.WORD
                    && !VALUES.contains(token.upper())
                    && !KEYWORDS.contains(token.upper())
                    && !in.sees("(");
            if (word || token.kind() == Token.Kind.QUOTED_NAME) {
                names.add(token.text());
            }
        }
        return names;
    }

    private static String restore(String expression, UnaryOperator<String> function) {
        TokenReader in = new TokenReader(expression, Dialect.TIDB);
        StringBuilder text = new StringBuilder();
        boolean behindOperand = false;
        while (!in.atEnd()) {
            Token token = in.next();
            boolean value = token.kind() == Token.Kind.WORD && VALUES.contains(token.upper());
            boolean keyword = token.kind() == Token.Kind.WORD && KEYWORDS.contains(token.upper());
            switch (token.kind()) {
                case WORD -> {
                    String lower = token.text().toLowerCase(Locale.ROOT);
                    if (keyword || value) {
                        text.append(behindOperand ? " " : "").append(lower).append(keyword ? " " : "");
                    } else {
                        text.append(in.sees("(") ? function.apply(lower) : TableName.quote(token.text()));
                    }
                }
                case QUOTED_NAME -> text.append(TableName.quote(token.text()));
                case STRING -> text.append("_utf8mb4").append(Escapes.quote(token.text()));
                case SYMBOL -> text.append(symbol(token.text(), behindOperand));
                case NUMBER, BITS, VARIABLE, BROKEN, END -> text.append(token.text());
            }
            behindOperand = !keyword && (token.kind() != Token.Kind.SYMBOL || token.is(")"));
        }
        return text.toString().strip();
    }

    private static String symbol(String symbol, boolean behindOperand) {
        return switch (symbol) {
            case "(", ")", "." -> symbol;
            case "," -> ", ";
            default -> behindOperand ? " " + symbol + " " : symbol;
        };
    }
}
