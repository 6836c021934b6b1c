package dev.dmock.sql.model;

import dev.dmock.sql.token.Dialect;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The column types of MySQL 5.6 and TiDB. */
public final class ColumnTypes {

    private static final Set<String> INTEGERS = Set.of("tinyint", "smallint", "mediumint", "int", "bigint");
    private static final Set<String> DECIMALS = Set.of("decimal", "float", "double");
    private static final Set<String> STRINGS =
            Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext", "enum", "set");
    private static final Set<String> BINARIES =
            Set.of("binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob");
    private static final Set<String> TIMES = Set.of("date", "time", "datetime", "timestamp", "year");
    private static final Set<String> SPATIAL = Set.of(
            "geometry",
            "point",
            "linestring",
            "polygon",
            "multipoint",
            "multilinestring",
            "multipolygon",
            "geometrycollection");
    private static final Set<String> NO_DEFAULT =
            Set.of("tinytext", "text", "mediumtext", "longtext", "tinyblob", "blob", "mediumblob", "longblob", "json");

    private static final Map<String, String> SYNONYMS = Map.ofEntries(
            Map.entry("integer", "int"),
            Map.entry("int1", "tinyint"),
            Map.entry("int2", "smallint"),
            Map.entry("int3", "mediumint"),
            Map.entry("middleint", "mediumint"),
            Map.entry("int4", "int"),
            Map.entry("int8", "bigint"),
            Map.entry("dec", "decimal"),
            Map.entry("numeric", "decimal"),
            Map.entry("fixed", "decimal"),
            Map.entry("real", "double"),
            Map.entry("float4", "float"),
            Map.entry("float8", "double"),
            Map.entry("character", "char"),
            Map.entry("nchar", "char"),
            Map.entry("varcharacter", "varchar"),
            Map.entry("nvarchar", "varchar"));

    private static final Map<String, Integer> WIDTHS = Map.of(
            "tinyint",
            4,
            "smallint",
            6,
            "mediumint",
            9,
            "int",
            11,
            "bigint",
            20,
            "char",
            1,
            "binary",
            1,
            "bit",
            1,
            "year",
            4);
    private static final Map<String, Integer> UNSIGNED_WIDTHS =
            Map.of("tinyint", 3, "smallint", 5, "mediumint", 8, "int", 10, "bigint", 20);

    private ColumnTypes() {}

    /** Resolves synonyms; returns null if the database has no such type. */
    public static @Nullable String canonical(String word, Dialect dialect) {
        String name = SYNONYMS.getOrDefault(word, word);
        boolean known = INTEGERS.contains(name)
                || DECIMALS.contains(name)
                || STRINGS.contains(name)
                || BINARIES.contains(name)
                || TIMES.contains(name)
                || name.equals("bit")
                || (dialect == Dialect.TIDB ? name.equals("json") : SPATIAL.contains(name));
        return known ? name : null;
    }

    /** Returns the type's name; for a text or blob with a length, the smallest type that fits it. */
    public static String wideEnough(TypeDef type) {
        String name = type.name();
        if (type.arguments().isEmpty() || !(name.equals("text") || name.equals("blob"))) {
            return name;
        }
        long length = Long.parseLong(type.arguments().get(0));
        return length <= 0xff
                ? "tiny" + name
                : length <= 0xffff ? name : length <= 0xffffff ? "medium" + name : "long" + name;
    }

    /** Returns the arguments, with the database's default width if none is given. */
    public static List<String> filledIn(TypeDef type) {
        if (type.name().equals("text") || type.name().equals("blob")) {
            return List.of();
        }
        if (!type.arguments().isEmpty()) {
            return type.name().equals("decimal") && type.arguments().size() == 1
                    ? List.of(type.arguments().get(0), "0")
                    : isTime(type.name()) && type.arguments().equals(List.of("0")) ? List.of() : type.arguments();
        }
        if (type.name().equals("decimal")) {
            return List.of("10", "0");
        }
        Integer width = type.unsigned() && UNSIGNED_WIDTHS.containsKey(type.name())
                ? UNSIGNED_WIDTHS.get(type.name())
                : WIDTHS.get(type.name());
        return width == null ? List.of() : List.of(width.toString());
    }

    public static boolean isInteger(String name) {
        return INTEGERS.contains(name);
    }

    public static boolean isNumber(String name) {
        return isInteger(name) || DECIMALS.contains(name) || name.equals("year") || name.equals("bit");
    }

    /** Returns whether the type has a character set. */
    public static boolean isText(String name) {
        return STRINGS.contains(name);
    }

    public static boolean isBinary(String name) {
        return BINARIES.contains(name);
    }

    /** Returns the binary type that a text type becomes with CHARACTER SET binary. */
    public static String inBytes(String name) {
        return switch (name) {
            case "char" -> "binary";
            case "varchar" -> "varbinary";
            default -> name.replace("text", "blob");
        };
    }

    static boolean isTime(String name) {
        return name.equals("time") || name.equals("datetime") || name.equals("timestamp");
    }

    /** Returns whether the arguments list the allowed values (ENUM, SET). */
    public static boolean isValueList(String name) {
        return name.equals("enum") || name.equals("set");
    }

    /** Returns whether a key on the type needs a prefix length and the type allows no default. */
    public static boolean isLong(String name) {
        return NO_DEFAULT.contains(name);
    }

    public static boolean needsLength(String name) {
        return name.equals("varchar") || name.equals("varbinary");
    }
}
