package dev.dmock.sql.structure;

import dev.dmock.sql.model.Charsets;
import dev.dmock.sql.model.Column;
import dev.dmock.sql.model.ColumnType;
import dev.dmock.sql.model.ColumnTypes;
import dev.dmock.sql.model.Index;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.token.DatabaseErrors;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.sql.token.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Computes key lengths in bytes and checks their limits. */
final class KeyLengths {

    private static final int MYSQL_MAX_PART_BYTES = 767;
    private static final int MAX_KEY_BYTES = 3072;
    private static final int MYISAM_MAX_KEY_BYTES = 1000;
    private static final int BITS_PER_BYTE = 8;

    private static final Map<String, Integer> FIXED = Map.ofEntries(
            Map.entry("tinyint", 1),
            Map.entry("smallint", 2),
            Map.entry("mediumint", 3),
            Map.entry("int", 4),
            Map.entry("bigint", 8),
            Map.entry("float", 4),
            Map.entry("double", 8),
            Map.entry("year", 1),
            Map.entry("date", 3),
            Map.entry("time", 3),
            Map.entry("datetime", 8),
            Map.entry("timestamp", 4));

    private KeyLengths() {}

    /** Throws error 1071 if a key is too long for TiDB. */
    static void checkTidb(TableStructure structure) {
        for (Index index : structure.indexes()) {
            int sum = 0;
            for (Index.Part part : index.parts()) {
                sum += bytes(part, structure);
                if (sum > MAX_KEY_BYTES) {
                    throw DatabaseErrors.keyTooLong(Dialect.TIDB, sum, MAX_KEY_BYTES)
                            .asException();
                }
            }
        }
    }

    /**
     * Returns the structure that MySQL 5.6 creates: it shortens columns that are too long in a plain key.
     *
     * @throws DatabaseException 1071 for a primary or unique key, and for a key whose total length exceeds the limit
     */
    static TableStructure fittedToMysql(TableStructure structure) {
        List<Index> fitted = new ArrayList<>();
        for (Index index : structure.indexes()) {
            boolean counts = index.kind() != Index.Kind.FULLTEXT && index.kind() != Index.Kind.SPATIAL;
            fitted.add(counts ? fittedToMysql(index, structure) : index);
        }
        return structure.withIndexes(List.copyOf(fitted));
    }

    private static Index fittedToMysql(Index index, TableStructure structure) {
        boolean myIsam = structure.engine().equalsIgnoreCase("myisam");
        int longestPart = myIsam ? MYISAM_MAX_KEY_BYTES : MYSQL_MAX_PART_BYTES;
        int longestKey = myIsam ? MYISAM_MAX_KEY_BYTES : MAX_KEY_BYTES;
        List<Index.Part> parts = new ArrayList<>();
        int sum = 0;
        for (Index.Part part : index.parts()) {
            int bytes = bytes(part, structure);
            if (bytes > longestPart && index.kind() != Index.Kind.PLAIN) {
                throw DatabaseErrors.keyTooLong(Dialect.MYSQL, bytes, longestPart)
                        .asException();
            }
            int width = width(part, structure);
            parts.add(bytes > longestPart ? new Index.Part(part.column(), longestPart / width) : part);
            sum += Math.min(bytes, longestPart / width * width);
        }
        if (sum > longestKey) {
            throw DatabaseErrors.keyTooLong(Dialect.MYSQL, sum, longestKey).asException();
        }
        return index.withParts(List.copyOf(parts));
    }

    private static int bytes(Index.Part part, TableStructure structure) {
        ColumnType type = type(part, structure);
        if (type == null) {
            return 0;
        }
        Integer fixed = FIXED.get(type.name());
        if (fixed != null) {
            return fixed;
        }
        Integer said = part.length();
        boolean counted = !type.arguments().isEmpty() && !ColumnTypes.isValueList(type.name());
        int length = said != null
                ? said
                : counted ? Integer.parseInt(type.arguments().get(0)) : 0;
        return switch (type.name()) {
            case "bit" -> (length + BITS_PER_BYTE - 1) / BITS_PER_BYTE;
            case "decimal" -> length / 2 + 1;
            default -> length * width(part, structure);
        };
    }

    /** Returns the maximum bytes per character of a column. */
    private static int width(Index.Part part, TableStructure structure) {
        ColumnType type = type(part, structure);
        if (type == null || !ColumnTypes.isText(type.name())) {
            return 1;
        }
        String charset = type.charset();
        return Charsets.bytesPerCharacter(charset == null ? structure.charset() : charset);
    }

    private static @Nullable ColumnType type(Index.Part part, TableStructure structure) {
        return structure.column(part.column()).map(Column::type).orElse(null);
    }
}
