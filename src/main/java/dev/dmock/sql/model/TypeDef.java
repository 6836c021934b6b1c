package dev.dmock.sql.model;

import dev.dmock.sql.token.Escapes;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The type of a column as written in a statement, with synonyms resolved.
 *
 * @param name in lower case
 */
public record TypeDef(
        String name,
        List<String> arguments,
        boolean unsigned,
        boolean zerofill,
        @Nullable String charset,
        @Nullable String collation) {

    /** Formats the type as TiDB's parser restores it. */
    public String restore() {
        StringBuilder text = new StringBuilder(name.toUpperCase(Locale.ROOT));
        if (!arguments.isEmpty()) {
            text.append(
                    ColumnTypes.isValueList(name)
                            ? arguments.stream().map(Escapes::quote).collect(Collectors.joining(",", "(", ")"))
                            : "(" + String.join(",", arguments) + ")");
        }
        if (unsigned) {
            text.append(" UNSIGNED");
        }
        if (zerofill) {
            text.append(" ZEROFILL");
        }
        if (charset != null) {
            text.append(" CHARACTER SET ").append(charset.toUpperCase(Locale.ROOT));
        }
        if (collation != null) {
            text.append(" COLLATE ").append(collation);
        }
        return text.toString();
    }
}
