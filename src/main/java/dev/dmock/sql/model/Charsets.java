package dev.dmock.sql.model;

import dev.dmock.sql.token.DatabaseErrors;
import dev.dmock.sql.token.Dialect;
import dev.dmock.sql.token.RefusedName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The character sets of MySQL 5.6 and TiDB, each with its default collation. */
public final class Charsets {

    private static final Map<String, String> MYSQL = Map.ofEntries(
            Map.entry("big5", "big5_chinese_ci"),
            Map.entry("dec8", "dec8_swedish_ci"),
            Map.entry("cp850", "cp850_general_ci"),
            Map.entry("hp8", "hp8_english_ci"),
            Map.entry("koi8r", "koi8r_general_ci"),
            Map.entry("latin1", "latin1_swedish_ci"),
            Map.entry("latin2", "latin2_general_ci"),
            Map.entry("swe7", "swe7_swedish_ci"),
            Map.entry("ascii", "ascii_general_ci"),
            Map.entry("ujis", "ujis_japanese_ci"),
            Map.entry("sjis", "sjis_japanese_ci"),
            Map.entry("hebrew", "hebrew_general_ci"),
            Map.entry("tis620", "tis620_thai_ci"),
            Map.entry("euckr", "euckr_korean_ci"),
            Map.entry("koi8u", "koi8u_general_ci"),
            Map.entry("gb2312", "gb2312_chinese_ci"),
            Map.entry("greek", "greek_general_ci"),
            Map.entry("cp1250", "cp1250_general_ci"),
            Map.entry("gbk", "gbk_chinese_ci"),
            Map.entry("latin5", "latin5_turkish_ci"),
            Map.entry("armscii8", "armscii8_general_ci"),
            Map.entry("utf8", "utf8_general_ci"),
            Map.entry("ucs2", "ucs2_general_ci"),
            Map.entry("cp866", "cp866_general_ci"),
            Map.entry("keybcs2", "keybcs2_general_ci"),
            Map.entry("macce", "macce_general_ci"),
            Map.entry("macroman", "macroman_general_ci"),
            Map.entry("cp852", "cp852_general_ci"),
            Map.entry("latin7", "latin7_general_ci"),
            Map.entry("utf8mb4", "utf8mb4_general_ci"),
            Map.entry("cp1251", "cp1251_general_ci"),
            Map.entry("utf16", "utf16_general_ci"),
            Map.entry("utf16le", "utf16le_general_ci"),
            Map.entry("cp1256", "cp1256_general_ci"),
            Map.entry("cp1257", "cp1257_general_ci"),
            Map.entry("utf32", "utf32_general_ci"),
            Map.entry("binary", "binary"),
            Map.entry("geostd8", "geostd8_general_ci"),
            Map.entry("cp932", "cp932_japanese_ci"),
            Map.entry("eucjpms", "eucjpms_japanese_ci"));

    private static final Map<String, String> TIDB = Map.of(
            "utf8", "utf8_bin",
            "utf8mb4", "utf8mb4_bin",
            "ascii", "ascii_bin",
            "latin1", "latin1_bin",
            "binary", "binary",
            "gbk", "gbk_chinese_ci");

    private Charsets() {}

    /** Returns the server's default character set, used when a schema names none. */
    public static String ofServer(Dialect dialect) {
        return dialect == Dialect.MYSQL ? "latin1" : "utf8mb4";
    }

    public static String defaultCollation(String charset, Dialect dialect) {
        return of(dialect).getOrDefault(charset, charset + "_general_ci");
    }

    /** Returns whether a collation ignores case and trailing spaces. */
    public static boolean ignoresCase(String collation) {
        return collation.endsWith("_ci");
    }

    static boolean isKnown(String charset, Dialect dialect) {
        return of(dialect).containsKey(charset);
    }

    /** Returns the maximum bytes per character. */
    public static int bytesPerCharacter(String charset) {
        return switch (charset) {
            case "utf8mb4", "utf16", "utf16le", "utf32" -> 4;
            case "utf8", "ujis", "eucjpms" -> 3;
            case "gbk", "big5", "sjis", "cp932", "ucs2", "gb2312", "euckr" -> 2;
            default -> 1;
        };
    }

    /** Returns the name in lower case; rejects an unknown character set with error 1115. */
    public static String known(String charset, Dialect dialect, boolean gbkKnown) {
        String name = charset.toLowerCase(Locale.ROOT);
        if (!isKnown(name, dialect) || (name.equals("gbk") && !gbkKnown)) {
            throw new RefusedName("parser", 1115, "42000", "Unknown character set: '" + charset + "'");
        }
        return name;
    }

    /** Returns the character set of a collation. */
    public static String ofCollation(String collation, Dialect dialect) {
        String name = collation.toLowerCase(Locale.ROOT);
        int end = name.indexOf('_');
        String charset = end < 0 ? name : name.substring(0, end);
        if (!isKnown(charset, dialect) || (end < 0 && !name.equals("binary"))) {
            throw new RefusedName("ddl", 1273, "HY000", "Unknown collation: '" + collation + "'");
        }
        return charset;
    }

    /** Returns the collation, or null if it is the character set's default. */
    public static @Nullable String notDefault(String charset, @Nullable String collation, Dialect dialect) {
        return collation == null || collation.equals(defaultCollation(charset, dialect)) ? null : collation;
    }

    /**
     * The character set and collation of a table or schema.
     *
     * @param collation null for the character set's default
     */
    public record Characters(String charset, @Nullable String collation) {

        /** Reads the options, falling back to the given values; throws error 1253 if they conflict. */
        public static Characters of(
                List<TableOption> options, String charset, @Nullable String collation, Dialect dialect) {
            String saidCharset = last(options, "CHARACTER SET");
            String saidCollation = last(options, "COLLATE");
            if (saidCharset == null && saidCollation == null) {
                return new Characters(charset, collation);
            }
            String ofCollation = saidCollation == null ? null : ofCollation(saidCollation, dialect);
            if (saidCharset != null && ofCollation != null && !ofCollation.equals(saidCharset)) {
                throw DatabaseErrors.collationMismatch(String.valueOf(saidCollation), saidCharset)
                        .asException();
            }
            String named = saidCharset == null ? String.valueOf(ofCollation) : saidCharset;
            return new Characters(named, notDefault(named, saidCollation, dialect));
        }

        private static @Nullable String last(List<TableOption> options, String name) {
            return options.stream()
                    .filter(o -> o.name().equals(name))
                    .map(o -> o.value().text())
                    .reduce((a, b) -> b)
                    .orElse(null);
        }
    }

    private static Map<String, String> of(Dialect dialect) {
        return dialect == Dialect.MYSQL ? MYSQL : TIDB;
    }
}
