package dev.dmock.world.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The type of a column, widths filled in.
 *
 * @param name in lower case, synonyms resolved: {@code int}, {@code varchar}
 * @param arguments what stands in the parentheses: a length, precision and scale, or the values of an enum, unquoted
 * @param charset the character set of a column of text, null for the table's
 * @param collation null for the character set's default
 */
public record ColumnType(
        String name,
        List<String> arguments,
        boolean unsigned,
        boolean zerofill,
        @Nullable String charset,
        @Nullable String collation) {}
