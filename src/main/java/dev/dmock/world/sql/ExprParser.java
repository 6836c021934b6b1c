package dev.dmock.world.sql;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Reads expressions: OR binds loosest, then XOR, AND, NOT, comparisons, sums, products, signs. */
final class ExprParser {

    private static final int MOST_PIECES = 500;
    private static final int MOST_DEEP = 100;

    private final TokenReader in;
    private int pieces;
    private int depth;

    ExprParser(TokenReader in) {
        this.in = in;
    }

    /** A whole expression. */
    Expr expression() {
        pieces = 0;
        depth = 0;
        return inner();
    }

    /** Counts the pieces of an expression, since what is nested too deep cannot be worked out. */
    private void count() {
        if (++pieces > MOST_PIECES) {
            throw in.unsupported("expressions of so many pieces");
        }
    }

    private Expr inner() {
        if (++depth > MOST_DEEP) {
            throw in.unsupported("expressions nested so deep");
        }
        Expr left = alternative();
        depth--;
        return left;
    }

    private Expr alternative() {
        Expr left = exclusive();
        while (in.accept("OR") || in.accept("||")) {
            left = new Expr.Logical(Expr.Logical.Kind.OR, left, exclusive());
        }
        return left;
    }

    private Expr exclusive() {
        Expr left = conjunction();
        while (in.accept("XOR")) {
            left = new Expr.Logical(Expr.Logical.Kind.XOR, left, conjunction());
        }
        return left;
    }

    private Expr conjunction() {
        Expr left = negation();
        while (in.accept("AND") || in.accept("&&")) {
            left = new Expr.Logical(Expr.Logical.Kind.AND, left, negation());
        }
        return left;
    }

    private Expr negation() {
        count();
        return in.accept("NOT") ? new Expr.Not(negation()) : predicate();
    }

    private Expr predicate() {
        Expr left = sum();
        while (true) {
            Optional<String> operator = in.acceptAny("<=>", "<=", ">=", "<>", "!=", "=", "<", ">");
            if (operator.isPresent()) {
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
            return Optional.of(new Expr.In(left, in.inParentheses(this::inner)));
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
            if (in.accept("+")) {
                left = new Arithmetic(Arithmetic.Operator.PLUS, left, product());
            } else if (in.accept("-")) {
                left = new Arithmetic(Arithmetic.Operator.MINUS, left, product());
            } else {
                return left;
            }
        }
    }

    private Expr product() {
        Expr left = sign();
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

    private Expr sign() {
        count();
        if (in.accept("-")) {
            return new Expr.Negative(sign());
        } else if (in.accept("+")) {
            return sign();
        } else if (in.accept("!")) {
            return new Expr.Not(sign());
        }
        return primary();
    }

    private Expr primary() {
        Token token = in.peek();
        switch (token.kind()) {
            case STRING:
                return string();
            case NUMBER:
                return new Expr.Constant(Values.parse(in.next().text()));
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
        Expr inside = inner();
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
        List<Expr> arguments = in.sees(")") ? List.of() : in.commaList(this::inner);
        in.expect(")");
        return new Call(word, arguments);
    }

    /** The name of a column, with or without its table before it. */
    private Expr column() {
        String table = "";
        String name = in.name();
        while (in.accept(".")) {
            table = name;
            name = in.name();
        }
        return new Expr.ColumnRef(table, name);
    }
}
