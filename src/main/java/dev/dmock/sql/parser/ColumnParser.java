package dev.dmock.sql.parser;

import dev.dmock.sql.expression.ExpressionText;
import dev.dmock.sql.model.Literal;
import dev.dmock.sql.model.TypeDef;
import dev.dmock.sql.statement.ColumnDefinition;
import dev.dmock.sql.statement.ColumnOption;
import dev.dmock.sql.token.Dialect;
import dev.dmock.sql.token.Token;
import dev.dmock.sql.token.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parses a column definition. */
final class ColumnParser {

    private static final int MAX_DECIMALS = 6;

    private final TokenReader in;

    ColumnParser(TokenReader in) {
        this.in = in;
    }

    ColumnDefinition column() {
        String name = in.name();
        if (in.accept("SERIAL")) {
            return serial(name);
        }
        TypeDef type = new TypeParser(in).type();
        List<ColumnOption> options = new ArrayList<>();
        for (Optional<ColumnOption> option = option(); option.isPresent(); option = option()) {
            options.add(option.get());
        }
        return new ColumnDefinition(name, type, List.copyOf(options));
    }

    private static ColumnDefinition serial(String name) {
        return new ColumnDefinition(
                name,
                new TypeDef("bigint", List.of(), true, false, null, null),
                List.of(
                        ColumnOption.of(ColumnOption.Kind.NOT_NULL),
                        ColumnOption.of(ColumnOption.Kind.AUTO_INCREMENT),
                        ColumnOption.of(ColumnOption.Kind.UNIQUE)));
    }

    private Optional<ColumnOption> option() {
        if (in.accept("NOT", "NULL")) {
            return plain(ColumnOption.Kind.NOT_NULL);
        } else if (in.accept("NULL")) {
            return plain(ColumnOption.Kind.NULL);
        } else if (in.accept("DEFAULT")) {
            return Optional.of(ColumnOption.of(ColumnOption.Kind.DEFAULT, constant()));
        } else if (in.accept("AUTO_INCREMENT")) {
            return plain(ColumnOption.Kind.AUTO_INCREMENT);
        } else if (in.accept("UNIQUE")) {
            in.accept("KEY");
            return plain(ColumnOption.Kind.UNIQUE);
        } else if (in.accept("PRIMARY", "KEY") || in.accept("KEY")) {
            return Optional.of(primaryKey());
        } else if (in.accept("COMMENT")) {
            return Optional.of(ColumnOption.of(ColumnOption.Kind.COMMENT, Literal.string(in.string())));
        } else if (in.accept("ON", "UPDATE")) {
            return Optional.of(ColumnOption.of(ColumnOption.Kind.ON_UPDATE, now().orElseThrow(in::unexpected)));
        } else if (in.accept("COLLATE")) {
            String collation = in.wordOrString().toLowerCase(Locale.ROOT);
            return Optional.of(ColumnOption.of(ColumnOption.Kind.COLLATE, Literal.string(collation)));
        } else if (in.sees("GENERATED") || in.sees("AS")) {
            return Optional.of(generated());
        } else if (in.accept("CHECK")) {
            in.parenthesised();
            return option();
        } else if (in.sees("REFERENCES")) {
            return Optional.of(ColumnOption.of(ColumnOption.Kind.REFERENCES, Literal.string(reference())));
        } else if (in.accept("COLUMN_FORMAT") || in.accept("STORAGE")) {
            in.wordOrString();
            return option();
        } else if (in.dialect() == Dialect.TIDB && in.accept("AUTO_RANDOM")) {
            if (in.sees("(")) {
                in.inParentheses(in::number);
            }
            return option();
        }
        return Optional.empty();
    }

    private static Optional<ColumnOption> plain(ColumnOption.Kind kind) {
        return Optional.of(ColumnOption.of(kind));
    }

    private ColumnOption primaryKey() {
        String said = clustering(in);
        return new ColumnOption(
                ColumnOption.Kind.PRIMARY_KEY, said == null ? Literal.NULL : Literal.string(said), said != null);
    }

    /** Parses TiDB's CLUSTERED or NONCLUSTERED after a primary key. */
    static @Nullable String clustering(TokenReader in) {
        return in.dialect() == Dialect.TIDB
                ? in.acceptAny("CLUSTERED", "NONCLUSTERED").orElse(null)
                : null;
    }

    private ColumnOption generated() {
        if (in.accept("GENERATED")) {
            in.expect("ALWAYS");
        }
        in.expect("AS");
        if (in.dialect() == Dialect.MYSQL) {
            throw in.unsupported("generated columns");
        }
        String expression = ExpressionText.restore(in.parenthesised());
        boolean stored = in.acceptAny("STORED", "VIRTUAL").orElse("VIRTUAL").equals("STORED");
        return new ColumnOption(ColumnOption.Kind.GENERATED, Literal.string(expression), stored);
    }

    /** Parses REFERENCES on a column, which both databases ignore. */
    private String reference() {
        int start = in.peek().start();
        in.expect("REFERENCES");
        in.tableName();
        in.inParentheses(in::name);
        while (in.accept("ON", "DELETE") || in.accept("ON", "UPDATE")) {
            KeyParser.referenceOption(in);
        }
        return in.sql().substring(start, in.peek().start()).strip();
    }

    /** Parses the constant after DEFAULT. */
    Literal constant() {
        Optional<Literal> now = now();
        if (now.isPresent()) {
            return now.get();
        }
        Token token = in.peek();
        switch (token.kind()) {
            case STRING:
                return Literal.string(in.next().text());
            case NUMBER:
                return Literal.number(in.next().text());
            case BITS:
                return new Literal(Literal.Kind.BITS, in.next().text());
            case WORD:
                return word();
            case SYMBOL:
                String sign = in.expectAny("-", "+").replace("+", "");
                return Literal.number(sign + in.number());
            case QUOTED_NAME, VARIABLE, BROKEN, END:
                break;
        }
        throw in.unexpected();
    }

    private Literal word() {
        if (in.accept("NULL")) {
            return Literal.NULL;
        } else if (in.accept("TRUE")) {
            return Literal.number("1");
        } else if (in.accept("FALSE")) {
            return Literal.number("0");
        }
        throw in.unexpected();
    }

    private Optional<Literal> now() {
        if (in.acceptAny("CURRENT_TIMESTAMP", "NOW", "LOCALTIME", "LOCALTIMESTAMP")
                .isEmpty()) {
            return Optional.empty();
        }
        String precision = "";
        if (in.accept("(")) {
            precision = in.sees(")") ? "" : String.valueOf(in.integer(MAX_DECIMALS));
            in.expect(")");
        }
        String text = precision.isEmpty() || precision.equals("0")
                ? "CURRENT_TIMESTAMP"
                : "CURRENT_TIMESTAMP(" + precision + ")";
        return Optional.of(new Literal(Literal.Kind.NOW, text));
    }
}
