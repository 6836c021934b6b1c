package dev.dmock.world.sql;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads expressions: OR binds loosest, then XOR, AND, NOT, comparisons, sums, products, signs. */
final class ExprParser {

    private static final int DEEPEST = 200;
    private static final int MOST_OPERATORS = 2000;

    private final TokenReader in;
    private int depth;
    private int operators;

    ExprParser(TokenReader in) {
        this.in = in;
    }

    Expr expression() {
        return deeper(this::alternatives);
    }

    /** Expressions are read and evaluated on the stack. */
    private Expr deeper(Supplier<Expr> part) {
        operators = depth == 0 ? 0 : operators;
        if (++depth > DEEPEST) {
            throw in.unsupported("an expression of more than " + DEEPEST + " levels");
        }
        Expr read = part.get();
        depth--;
        return read;
    }

    private boolean operator(String... words) {
        return Arrays.stream(words).anyMatch(in::accept) && counted();
    }

    private boolean counted() {
        if (++operators > MOST_OPERATORS) {
            throw in.unsupported("an expression of more than " + MOST_OPERATORS + " operators");
        }
        return true;
    }

    private Expr alternatives() {
        Expr left = exclusive();
        while (operator("OR", "||")) {
            left = new Expr.Logical(Expr.Logical.Kind.OR, left, exclusive());
        }
        return left;
    }

    private Expr exclusive() {
        Expr left = conjunction();
        while (operator("XOR")) {
            left = new Expr.Logical(Expr.Logical.Kind.XOR, left, conjunction());
        }
        return left;
    }

    private Expr conjunction() {
        Expr left = negation();
        while (operator("AND", "&&")) {
            left = new Expr.Logical(Expr.Logical.Kind.AND, left, negation());
        }
        return left;
    }

    private Expr negation() {
        return in.accept("NOT") ? new Expr.Not(deeper(this::negation)) : predicate();
    }

    private Expr predicate() {
        Expr left = sum();
        while (true) {
            Optional<String> operator = in.acceptAny("<=>", "<=", ">=", "<>", "!=", "=", "<", ">");
            if (operator.isPresent() && counted()) {
                left = new Expr.Comparison(operator.get(), left, sum());
            } else if (in.accept("IS")) {
                left = is(left);
            } else if (in.sees("NOT", "IN") || in.sees("NOT", "BETWEEN") || in.sees("NOT", "LIKE")) {
                in.expect("NOT");
                left = new Expr.Not(listed(left).orElseThrow(in::unexpected));
            } else {
                Optional<Expr> listed = listed(left);
                if (listed.isEmpty()) {
                    return left;
                }
                left = listed.get();
            }
        }
    }

    private Expr is(Expr left) {
        boolean not = in.accept("NOT");
        Expr is = switch (in.expectAny("NULL", "UNKNOWN", "TRUE", "FALSE")) {
            case "TRUE" -> new Expr.IsTruth(left, true);
            case "FALSE" -> new Expr.IsTruth(left, false);
            default -> new Expr.IsNull(left);
        };
        return not ? new Expr.Not(is) : is;
    }

    private Optional<Expr> listed(Expr left) {
        if (in.accept("IN")) {
            if (in.sees("(", "SELECT")) {
                throw in.unsupported("in (select ...)");
            }
            return Optional.of(new Expr.In(left, in.inParentheses(this::expression)));
        } else if (in.accept("BETWEEN")) {
            Expr low = sum();
            in.expect("AND");
            return Optional.of(new Expr.Between(left, low, sum()));
        } else if (in.accept("LIKE")) {
            return Optional.of(new Expr.Like(left, sum()));
        } else if (in.sees("REGEXP") || in.sees("RLIKE")) {
            throw in.unsupported("regexp");
        }
        return Optional.empty();
    }

    private Expr sum() {
        Expr left = product();
        while (true) {
            if (operator("+")) {
                left = new Arithmetic(Arithmetic.Operator.PLUS, left, product());
            } else if (operator("-")) {
                left = new Arithmetic(Arithmetic.Operator.MINUS, left, product());
            } else {
                return left;
            }
        }
    }

    private Expr product() {
        Expr left = sign();
        while (true) {
            if (operator("*")) {
                left = new Arithmetic(Arithmetic.Operator.TIMES, left, sign());
            } else if (operator("/")) {
                left = new Arithmetic(Arithmetic.Operator.DIVIDED, left, sign());
            } else if (operator("DIV")) {
                left = new Arithmetic(Arithmetic.Operator.DIV, left, sign());
            } else if (operator("%", "MOD")) {
                left = new Arithmetic(Arithmetic.Operator.MOD, left, sign());
            } else {
                return left;
            }
        }
    }

    private Expr sign() {
        if (in.accept("-")) {
            return new Expr.Negative(deeper(this::sign));
        } else if (in.accept("+")) {
            return deeper(this::sign);
        } else if (in.accept("!")) {
            return new Expr.Not(deeper(this::sign));
        }
        return primary();
    }

    private Expr primary() {
        Token token = in.peek();
        switch (token.kind()) {
            case STRING:
                return string();
            case NUMBER:
                return new Expr.Constant(number(in.next().text()));
            case BITS:
                return new Expr.Constant(Values.fromBits(in.next().text()));
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

    private static BigDecimal number(String text) {
        if (Double.isInfinite(Double.parseDouble(text))) {
            throw Errors.illegalDouble(text).asException();
        }
        return Values.number(text);
    }

    /** Strings behind one another are one string. */
    private Expr string() {
        StringBuilder text = new StringBuilder(in.string());
        while (in.peek().kind() == Token.Kind.STRING) {
            text.append(in.string());
        }
        return new Expr.Constant(text.toString());
    }

    private Expr parenthesised() {
        in.expect("(");
        if (in.sees("SELECT")) {
            throw in.unsupported("(select ...)");
        }
        Expr inside = expression();
        if (in.sees(",")) {
            throw in.unsupported("rows of several values");
        }
        in.expect(")");
        return inside;
    }

    private Expr word() {
        String word = in.peek().upper();
        switch (word) {
            case "NULL":
                in.next();
                return new Expr.Constant(null);
            case "TRUE":
                in.next();
                return new Expr.Constant(BigDecimal.ONE);
            case "FALSE":
                in.next();
                return new Expr.Constant(BigDecimal.ZERO);
            case "DEFAULT":
                in.next();
                return new Expr.Default();
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

    private Expr now() {
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
        return new Expr.Now();
    }

    private Expr inserted() {
        in.expect("VALUES", "(");
        Expr value = new Expr.Inserted(in.name());
        in.expect(")");
        return value;
    }

    private Expr call(String word) {
        boolean known = Call.isKnown(word);
        if (!known) {
            throw in.unsupported(word + "()");
        }
        in.next();
        in.expect("(");
        List<Expr> arguments = in.sees(")") ? List.of() : in.commaList(this::expression);
        in.expect(")");
        return new Call(word, arguments);
    }

    /** The name of a column, with or without its table before it. */
    private Expr column() {
        String name = in.name();
        while (in.accept(".")) {
            name = in.name();
        }
        return new Expr.ColumnRef(name);
    }
}
