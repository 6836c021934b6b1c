package dev.dmock.task.shape;

import dev.dmock.sql.model.Charsets;
import dev.dmock.sql.model.Column;
import dev.dmock.sql.model.ColumnType;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.token.Dialect;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The type of a column as DM's optimistic mode joins it: the wider of two.
 *
 * @param code MySQL's number of the type
 * @param flags the flags that must be equal: 32 unsigned, 64 zero-filled, 128 binary
 * @param key whether the column is part of a key
 * @param fallback 512 for AUTO_INCREMENT, 0 if the column has a default value, else null
 * @param elements the values of an enum
 */
record JoinedType(
        String name,
        int code,
        int length,
        int decimals,
        int flags,
        boolean nullable,
        boolean key,
        @Nullable Integer fallback,
        String charset,
        String collation,
        List<String> elements) {

    private static final int AUTO_INCREMENT = 512;
    private static final int UNSIGNED = 32;
    private static final int ZEROFILL = 64;
    private static final int BINARY = 128;
    private static final String BINARY_CHARSET = "binary";

    private static final Map<String, Integer> CODES = Map.ofEntries(
            Map.entry("tinyint", 1),
            Map.entry("smallint", 2),
            Map.entry("int", 3),
            Map.entry("float", 4),
            Map.entry("double", 5),
            Map.entry("timestamp", 7),
            Map.entry("bigint", 8),
            Map.entry("mediumint", 9),
            Map.entry("date", 10),
            Map.entry("time", 11),
            Map.entry("datetime", 12),
            Map.entry("year", 13),
            Map.entry("varchar", 15),
            Map.entry("varbinary", 15),
            Map.entry("bit", 16),
            Map.entry("json", 245),
            Map.entry("decimal", 246),
            Map.entry("enum", 247),
            Map.entry("set", 248),
            Map.entry("tinytext", 249),
            Map.entry("tinyblob", 249),
            Map.entry("mediumtext", 250),
            Map.entry("mediumblob", 250),
            Map.entry("longtext", 251),
            Map.entry("longblob", 251),
            Map.entry("text", 252),
            Map.entry("blob", 252),
            Map.entry("char", 254),
            Map.entry("binary", 254));
    private static final Map<String, Integer> LENGTHS = Map.ofEntries(
            Map.entry("float", 12),
            Map.entry("double", 22),
            Map.entry("date", 10),
            Map.entry("tinytext", 255),
            Map.entry("tinyblob", 255),
            Map.entry("text", 65_535),
            Map.entry("blob", 65_535),
            Map.entry("mediumtext", 16_777_215),
            Map.entry("mediumblob", 16_777_215));
    private static final List<Integer> INTEGERS = List.of(1, 2, 9, 3, 8);
    private static final List<Integer> BLOBS = List.of(249, 252, 250, 251);
    private static final Set<String> CHARACTERS =
            Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set");
    private static final Set<String> FRACTIONS = Set.of("time", "datetime", "timestamp");

    static JoinedType of(Column column, TableStructure table, boolean key) {
        ColumnType type = column.type();
        boolean text = CHARACTERS.contains(type.name());
        boolean listed = type.name().equals("enum") || type.name().equals("set");
        int flags = (type.unsigned() ? UNSIGNED : 0) | (type.zerofill() ? ZEROFILL : 0) | (text ? 0 : BINARY);
        boolean given = column.nullable() || column.defaultValue() != null;
        return new JoinedType(
                type.name(),
                CODES.getOrDefault(type.name(), 0),
                listed || FRACTIONS.contains(type.name())
                        ? -1
                        : argument(type, 0, LENGTHS.getOrDefault(type.name(), -1)),
                FRACTIONS.contains(type.name()) ? argument(type, 0, 0) : argument(type, 1, listed ? 0 : -1),
                flags,
                column.nullable(),
                key,
                column.autoIncrement() ? Integer.valueOf(AUTO_INCREMENT) : given ? Integer.valueOf(0) : null,
                text ? charset(type, table) : BINARY_CHARSET,
                text ? collation(type, table) : BINARY_CHARSET,
                listed ? type.arguments() : List.of());
    }

    private static int argument(ColumnType type, int place, int otherwise) {
        boolean numbers = !type.name().equals("enum") && !type.name().equals("set");
        return numbers && type.arguments().size() > place
                ? Integer.parseInt(type.arguments().get(place))
                : otherwise;
    }

    private static String charset(ColumnType type, TableStructure table) {
        return type.charset() == null ? table.charset() : type.charset();
    }

    private static String collation(ColumnType type, TableStructure table) {
        if (type.collation() != null) {
            return type.collation();
        }
        return type.charset() == null && table.collation() != null
                ? table.collation()
                : Charsets.defaultCollation(charset(type, table), Dialect.TIDB);
    }

    /** Returns the type that fits both. */
    JoinedType join(JoinedType other) {
        JoinedType wider = JoinedParts.at(0, () -> wider(other));
        boolean exact = name.equals("decimal");
        int joinedLength = exact ? JoinedParts.same(1, length, other.length) : Math.max(length, other.length);
        int joinedDecimals = exact ? JoinedParts.same(2, decimals, other.decimals) : Math.max(decimals, other.decimals);
        int joinedFlags = JoinedParts.same(3, flags, other.flags);
        Integer joinedFallback = fallback == null ? other.fallback : fallback;
        if (fallback != null && other.fallback != null) {
            joinedFallback = JoinedParts.same(6, fallback, other.fallback);
        }
        JoinedType joined = new JoinedType(
                wider.name,
                wider.code,
                joinedLength,
                joinedDecimals,
                joinedFlags,
                nullable || other.nullable,
                key && other.key,
                joinedFallback,
                JoinedParts.same(7, charset, other.charset),
                JoinedParts.same(8, collation, other.collation),
                JoinedParts.at(9, () -> elements(other)));
        if (joined.autoIncrement() && !joined.key) {
            throw withoutKey();
        }
        return joined;
    }

    static IncompatibleException withoutKey() {
        return new IncompatibleException("auto type but not defined as a key");
    }

    private JoinedType wider(JoinedType other) {
        for (List<Integer> family : List.of(INTEGERS, BLOBS)) {
            if (family.contains(code) && family.contains(other.code)) {
                return family.indexOf(code) < family.indexOf(other.code) ? other : this;
            }
        }
        if (code != other.code) {
            throw new IncompatibleException("incompatible mysql type (" + code + " vs " + other.code + ")");
        }
        return this;
    }

    private List<String> elements(JoinedType other) {
        for (int i = 0; i < Math.min(elements.size(), other.elements.size()); i++) {
            if (!elements.get(i).equals(other.elements.get(i))) {
                throw new IncompatibleException("at string list index " + i + ": distinct values (\"" + elements.get(i)
                        + "\" vs \"" + other.elements.get(i) + "\")");
            }
        }
        return elements.size() < other.elements.size() ? other.elements : elements;
    }

    /** Returns the type for a table that lacked the column. */
    JoinedType missingElsewhere() {
        return new JoinedType(
                name,
                code,
                length,
                decimals,
                flags,
                nullable,
                false,
                fallback == null ? Integer.valueOf(0) : fallback,
                charset,
                collation,
                elements);
    }

    boolean autoIncrement() {
        return fallback != null && fallback == AUTO_INCREMENT;
    }

    /** Returns the implicit default of a NOT NULL column. */
    String zero() {
        String fraction = decimals > 0 ? "." + "0".repeat(decimals) : "";
        return switch (name) {
            case "tinyint", "smallint", "mediumint", "int", "bigint", "float", "double", "decimal" -> "0";
            case "timestamp", "datetime" -> "0000-00-00 00:00:00" + fraction;
            case "date" -> "0000-00-00";
            case "time" -> "00:00:00" + fraction;
            case "year" -> "0000";
            case "json" -> "null";
            case "enum" -> elements.get(0);
            default -> "";
        };
    }

    /** Formats the type as DM prints it in messages. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(name.toUpperCase(Locale.ROOT));
        if (!elements.isEmpty()) {
            text.append("('").append(String.join("','", elements)).append("')");
        } else if (FRACTIONS.contains(name)) {
            text.append('(').append(decimals).append(')');
        } else if (length >= 0) {
            text.append('(')
                    .append(length)
                    .append(decimals < 0 ? "" : "," + decimals)
                    .append(')');
        }
        text.append((flags & UNSIGNED) == 0 ? "" : " UNSIGNED").append((flags & ZEROFILL) == 0 ? "" : " ZEROFILL");
        if (!charset.equals(BINARY_CHARSET)) {
            text.append(" CHARACTER SET ").append(charset.toUpperCase(Locale.ROOT));
            text.append(" COLLATE ").append(collation);
        }
        return text.toString();
    }
}
