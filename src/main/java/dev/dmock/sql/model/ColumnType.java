package dev.dmock.sql.model;

import dev.dmock.sql.token.Escapes;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The type of a column, with default widths filled in.
 *
 * @param name in lower case, synonyms resolved: {@code int}, {@code varchar}
 * @param arguments the text in parentheses: a length, precision and scale, or the values of an enum, unquoted
 * @param charset the character set of a text column, null for the table's
 * @param collation null for the character set's default
 */
public record ColumnType(
        String name,
        List<String> arguments,
        boolean unsigned,
        boolean zerofill,
        @Nullable String charset,
        @Nullable String collation) {

    public ColumnType withCharacters(@Nullable String otherCharset, @Nullable String otherCollation) {
        return new ColumnType(name, arguments, unsigned, zerofill, otherCharset, otherCollation);
    }

    /** Formats the type: {@code int(10) unsigned}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name);
        if (!arguments.isEmpty()) {
            text.append(
                    ColumnTypes.isValueList(name)
                            ? arguments.stream().map(Escapes::quote).collect(Collectors.joining(",", "(", ")"))
                            : "(" + String.join(",", arguments) + ")");
        }
        return text + (unsigned ? " unsigned" : "") + (zerofill ? " zerofill" : "");
    }
}
