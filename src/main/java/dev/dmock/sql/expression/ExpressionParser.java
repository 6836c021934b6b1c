package dev.dmock.sql.expression;

import dev.dmock.sql.token.Token;
import dev.dmock.sql.token.TokenReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Parses expressions. Precedence, lowest first: OR, XOR, AND, NOT, comparisons, sums, products, signs. */
public final class ExpressionParser {

    private static final int MAX_PIECES = 500;
    private static final int MAX_DEPTH = 100;

    private final TokenReader in;
    private int pieces;
    private int depth;

    public ExpressionParser(TokenReader in) {
        this.in = in;
    }

    /** Parses a whole expression. */
    public Expression expression() {
        pieces = 0;
        depth = 0;
        return inner();
    }

    /** Limits the size of an expression, because deeply nested ones cannot be evaluated. */
    private void count() {
        if (++pieces > MAX_PIECES) {
            throw in.unsupported("expressions of so many pieces");
        }
    }

    private Expression inner() {
        if (++depth > MAX_DEPTH) {
            throw in.unsupported("expressions nested so deep");
        }
        Expression left = alternative();
        depth--;
        return left;
    }

    private Expression alternative() {
        Expression left = exclusive();
        while (in.accept("OR") || in.accept("||")) {
            left = new Expression.Logical(Expression.Logical.Kind.OR, left, exclusive());
        }
        return left;
    }

    private Expression exclusive() {
        Expression left = conjunction();
        while (in.accept("XOR")) {
            left = new Expression.Logical(Expression.Logical.Kind.XOR, left, conjunction());
        }
        return left;
    }

    private Expression conjunction() {
        Expression left = negation();
        while (in.accept("AND") || in.accept("&&")) {
            left = new Expression.Logical(Expression.Logical.Kind.AND, left, negation());
        }
        return left;
    }

    private Expression negation() {
        count();
        return in.accept("NOT") ? new Expression.Not(negation()) : predicate();
    }

    private Expression predicate() {
        Expression left = sum();
        while (true) {
            Optional<String> operator = in.acceptAny("<=>", "<=", ">=", "<>", "!=", "=", "<", ">");
            if (operator.isPresent()) {
                left = new Expression.Comparison(operator.get(), left, sum());
            } else if (in.accept("IS")) {
                left = is(left);
            } else if (in.sees("NOT", "IN") || in.sees("NOT", "BETWEEN") || in.sees("NOT", "LIKE")) {
                in.expect("NOT");
                left = new Expression.Not(listed(left).orElseThrow(in::unexpected));
            } else {
                Optional<Expression> listed = listed(left);
                if (listed.isEmpty()) {
                    return left;
                }
                left = listed.get();
            }
        }
    }

    private Expression is(Expression left) {
        boolean not = in.accept("NOT");
        Expression is = switch (in.expectAny("NULL", "UNKNOWN", "TRUE", "FALSE")) {
            case "TRUE" -> new Expression.IsTruth(left, true);
            case "FALSE" -> new Expression.IsTruth(left, false);
            default -> new Expression.IsNull(left);
        };
        return not ? new Expression.Not(is) : is;
    }

    private Optional<Expression> listed(Expression left) {
        if (in.accept("IN")) {
            if (in.sees("(", "SELECT")) {
                throw in.unsupported("in (select ...)");
            }
            return Optional.of(new Expression.In(left, in.inParentheses(this::inner)));
        } else if (in.accept("BETWEEN")) {
            Expression low = sum();
            in.expect("AND");
            return Optional.of(new Expression.Between(left, low, sum()));
        } else if (in.accept("LIKE")) {
            return Optional.of(new Expression.Like(left, sum()));
        } else if (in.sees("REGEXP") || in.sees("RLIKE")) {
            throw in.unsupported("regexp");
        }
        return Optional.empty();
    }

    private Expression sum() {
        Expression left = product();
        while (true) {
            if (in.accept("+")) {
                left = new Arithmetic(Arithmetic.Operator.PLUS, left, product());
            } else if (in.accept("-")) {
                left = new Arithmetic(Arithmetic.Operator.MINUS, left, product());
            } else {
                return left;
            }
        }
    }

    private Expression product() {
        Expression left = sign();
        while (true) {
            if (in.accept("*")) {
                left = new Arithmetic(Arithmetic.Operator.TIMES, left, sign());
            } else if (in.accept("/")) {
                left = new Arithmetic(Arithmetic.Operator.DIVIDED, left, sign());
            } else if (in.accept("DIV")) {
                left = new Arithmetic(Arithmetic.Operator.DIV, left, sign());
            } else if (in.accept("%") || in.accept("MOD")) {
                left = new Arithmetic(Arithmetic.Operator.MOD, left, sign());
            } else {
                return left;
            }
        }
    }

    private Expression sign() {
        count();
        if (in.accept("-")) {
            return new Expression.Negative(sign());
        } else if (in.accept("+")) {
            return sign();
        } else if (in.accept("!")) {
            return new Expression.Not(sign());
        }
        return primary();
    }

    private Expression primary() {
        Token token = in.peek();
        switch (token.kind()) {
            case STRING:
                return string();
            case NUMBER:
                return new Expression.Constant(SqlValues.parse(in.next().text()));
            case BITS:
                return new Expression.Constant(SqlValues.fromBits(in.next().text()));
            case SYMBOL:
                return parenthesised();
            case WORD:
                return word();
            case QUOTED_NAME:
                return column();
            case VARIABLE:
                throw in.unsupported("variables");
            case BROKEN, END:
                break;
        }
        throw in.unexpected();
    }

    /** Concatenates adjacent string literals. */
    private Expression string() {
        StringBuilder text = new StringBuilder(in.string());
        while (in.peek().kind() == Token.Kind.STRING) {
            text.append(in.string());
        }
        return new Expression.Constant(text.toString());
    }

    private Expression parenthesised() {
        in.expect("(");
        if (in.sees("SELECT")) {
            throw in.unsupported("(select ...)");
        }
        Expression inside = inner();
        if (in.sees(",")) {
            throw in.unsupported("rows of several values");
        }
        in.expect(")");
        return inside;
    }

    private Expression word() {
        String word = in.peek().upper();
        switch (word) {
            case "NULL":
                in.next();
                return new Expression.Constant(null);
            case "TRUE":
                in.next();
                return new Expression.Constant(BigDecimal.ONE);
            case "FALSE":
                in.next();
                return new Expression.Constant(BigDecimal.ZERO);
            case "DEFAULT":
                in.next();
                return new Expression.Default();
            case "CURRENT_TIMESTAMP", "LOCALTIME", "LOCALTIMESTAMP", "NOW", "SYSDATE", "UTC_TIMESTAMP":
                return now();
            case "VALUES":
                return inserted();
            case "CASE", "EXISTS", "INTERVAL", "MATCH", "BINARY", "CONVERT", "CAST":
                throw in.unsupported(word);
            default:
                break;
        }
        boolean introducesString = word.startsWith("_") && in.peek(1).kind() == Token.Kind.STRING;
        boolean isTyped = List.of("DATE", "TIME", "TIMESTAMP").contains(word)
                && in.peek(1).kind() == Token.Kind.STRING;
        if (introducesString || isTyped) {
            in.next();
            return string();
        }
        return in.peek(1).is("(") ? call(word) : column();
    }

    private Expression now() {
        boolean needsParentheses = in.sees("NOW") || in.sees("SYSDATE");
        if (needsParentheses && !in.peek(1).is("(")) {
            return column();
        }
        in.next();
        if (in.accept("(")) {
            if (!in.sees(")")) {
                in.number();
            }
            in.expect(")");
        }
        return new Expression.Now();
    }

    private Expression inserted() {
        in.expect("VALUES", "(");
        Expression value = new Expression.Inserted(in.name());
        in.expect(")");
        return value;
    }

    private Expression call(String word) {
        boolean known = FunctionCall.isKnown(word);
        if (!known) {
            throw in.unsupported(word + "()");
        }
        in.next();
        in.expect("(");
        List<Expression> arguments = in.sees(")") ? List.of() : in.commaList(this::inner);
        in.expect(")");
        return new FunctionCall(word, arguments);
    }

    /** Parses a column name, optionally qualified by its table. */
    private Expression column() {
        String table = "";
        String name = in.name();
        while (in.accept(".")) {
            table = name;
            name = in.name();
        }
        return new Expression.ColumnRef(table, name);
    }
}
