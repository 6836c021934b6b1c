package dev.dmock.sql.parser;

import dev.dmock.sql.model.Charsets;
import dev.dmock.sql.model.ColumnTypes;
import dev.dmock.sql.model.TypeDef;
import dev.dmock.sql.token.Token;
import dev.dmock.sql.token.TokenReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parses a column type. */
final class TypeParser {

    private static final int SINGLE_PRECISION = 24;

    private final TokenReader in;

    TypeParser(TokenReader in) {
        this.in = in;
    }

    TypeDef type() {
        String name = typeName();
        boolean bool = name.equals("bool");
        List<String> arguments = bool ? List.of("1") : arguments(name);
        if (name.equals("float") && arguments.size() == 1) {
            name = ofPrecision(arguments.get(0));
            arguments = List.of();
        }
        boolean unsigned = false;
        boolean zerofill = false;
        while (ColumnTypes.isNumber(name)) {
            if (in.accept("UNSIGNED")) {
                unsigned = true;
            } else if (in.accept("ZEROFILL")) {
                zerofill = true;
            } else if (!in.accept("SIGNED")) {
                break;
            }
        }
        String charset = ColumnTypes.isText(name) ? charset() : null;
        String collation = ColumnTypes.isText(name) && in.accept("COLLATE")
                ? in.wordOrString().toLowerCase(Locale.ROOT)
                : null;
        if ("binary".equals(charset)) {
            return new TypeDef(ColumnTypes.inBytes(name), arguments, false, false, null, null);
        }
        return new TypeDef(bool ? "tinyint" : name, arguments, unsigned || zerofill, zerofill, charset, collation);
    }

    private String typeName() {
        if (in.accept("BOOL") || in.accept("BOOLEAN")) {
            return "bool";
        }
        if (in.accept("DOUBLE")) {
            in.accept("PRECISION");
            return "double";
        }
        if (in.accept("LONG")) {
            if (in.accept("VARBINARY")) {
                return "mediumblob";
            }
            if (!in.accept("VARCHAR")) {
                in.accept("CHAR", "VARYING");
            }
            return "mediumtext";
        }
        in.accept("NATIONAL");
        String name = in.peek().kind() == Token.Kind.WORD
                ? ColumnTypes.canonical(in.peek().text().toLowerCase(Locale.ROOT), in.dialect())
                : null;
        if (name == null) {
            throw in.unexpected();
        }
        in.next();
        return name.equals("char") && in.accept("VARYING") ? "varchar" : name;
    }

    private List<String> arguments(String name) {
        if (ColumnTypes.isValueList(name)) {
            return in.inParentheses(in::string);
        }
        if (ColumnTypes.needsLength(name) && !in.sees("(")) {
            throw in.unexpected();
        }
        return in.sees("(") ? in.inParentheses(() -> String.valueOf(in.integer(Integer.MAX_VALUE))) : List.of();
    }

    /** Chooses FLOAT or DOUBLE for FLOAT(p). */
    private static String ofPrecision(String bits) {
        return Integer.parseInt(bits) > SINGLE_PRECISION ? "double" : "float";
    }

    private @Nullable String charset() {
        if (in.accept("BINARY")) {
            return null;
        }
        return charsetClause()
                .map(name -> Charsets.known(name, in.dialect(), in.knowsGbk()))
                .orElse(null);
    }

    private Optional<String> charsetClause() {
        if (in.accept("CHARACTER", "SET") || in.accept("CHARSET") || in.accept("CHAR", "SET")) {
            return Optional.of(in.wordOrString());
        }
        return Optional.empty();
    }
}
