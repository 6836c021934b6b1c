package dev.dmock.sql.structure;

import dev.dmock.sql.model.Charsets;
import dev.dmock.sql.model.Column;
import dev.dmock.sql.model.ColumnType;
import dev.dmock.sql.model.ColumnTypes;
import dev.dmock.sql.model.Index;
import dev.dmock.sql.statement.ColumnDefinition;
import dev.dmock.sql.statement.ColumnOption;
import dev.dmock.sql.token.DatabaseError;
import dev.dmock.sql.token.DatabaseErrors;
import dev.dmock.sql.token.Dialect;
import dev.dmock.sql.token.TableName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Rejects column and character set changes that TiDB does not support (pkg/ddl/modify_column.go and related files). */
final class TidbChanges {

    private static final Set<Set<String>> COMPATIBLE = Set.of(
            Set.of("utf8mb4_general_ci", "utf8_general_ci"),
            Set.of("utf8mb4_bin", "utf8_bin", "latin1_bin"),
            Set.of("utf8mb4_unicode_ci", "utf8_unicode_ci"));

    private TidbChanges() {}

    /** A character set and a collation, both resolved. */
    record Characters(String charset, String collation) {

        static final Characters BINARY = new Characters("binary", "binary");

        /** Returns those of a column, with the table's as defaults. */
        static Characters of(ColumnType type, Characters table) {
            if (!ColumnTypes.isText(type.name())) {
                return BINARY;
            }
            String charset = type.charset() == null ? table.charset() : type.charset();
            String collation = type.collation() != null
                    ? type.collation()
                    : type.charset() == null ? table.collation() : Charsets.defaultCollation(charset, Dialect.TIDB);
            return new Characters(charset, collation);
        }
    }

    /**
     * Rejects a column that ALTER TABLE adds with a key or as AUTO_INCREMENT.
     *
     * @param table with its schema
     */
    static void requireAddable(ColumnDefinition column, TableName table) {
        for (ColumnOption option : column.options()) {
            String constraint = switch (option.kind()) {
                case AUTO_INCREMENT -> "AUTO_INCREMENT";
                case PRIMARY_KEY -> "PRIMARY KEY";
                case UNIQUE -> "UNIQUE KEY";
                default -> "";
            };
            if (!constraint.isEmpty()) {
                throw DatabaseErrors.unsupported("unsupported add column '" + column.name() + "' constraint "
                                + constraint + " when altering '" + DatabaseErrors.dotted(table) + "'")
                        .asException();
            }
            if (option.kind() == ColumnOption.Kind.GENERATED && option.flag()) {
                throw new DatabaseError(
                                3106,
                                "HY000",
                                "'Adding generated stored column through ALTER TABLE' is not supported for generated columns.")
                        .asException();
            }
        }
    }

    /**
     * Rejects an unsupported change of a column.
     *
     * @param keys the keys of the table
     */
    static void requireChangeable(
            DdlEngine engine, Column before, Column after, Characters table, List<Index> keys, boolean partitioned) {
        Optional<String> reorganised = reorganisation(before.type(), after.type());
        boolean primary = keys.stream().anyMatch(k -> k.kind() == Index.Kind.PRIMARY && k.has(before.name()));
        if (reorganised.isPresent()) {
            if (primary) {
                throw modify("this column has primary key flag").asException();
            }
        } else {
            boolean indexed = keys.stream().anyMatch(k -> k.has(before.name()));
            requireCharacters(
                    engine,
                    before.name(),
                    Characters.of(before.type(), table),
                    Characters.of(after.type(), table),
                    indexed);
        }
        if (reorganised.isPresent() && partitioned && engine.isWholeTidb()) {
            throw modify("table is partition table").asException();
        }
        if (!before.autoIncrement() && after.autoIncrement()) {
            throw modify("can't set auto_increment").asException();
        }
        if (before.autoIncrement() && !after.autoIncrement()) {
            throw modify("can't remove auto_increment without @@tidb_allow_remove_auto_inc enabled")
                    .asException();
        }
    }

    private static DatabaseError modify(String why) {
        return DatabaseErrors.unsupported("Unsupported modify column: " + why);
    }

    private static void requireCharacters(
            DdlEngine engine, String column, Characters before, Characters after, boolean indexed) {
        boolean collates = indexed && engine != DdlEngine.TRACKER_V5;
        if (collates && !isCompatible(before.collation(), after.collation())) {
            throw DatabaseErrors.unsupported("Unsupported modifying collation of column '" + column + "' from '"
                            + before.collation() + "' to '" + after.collation() + "' when index is defined on it.")
                    .asException();
        }
        requireCharacters(engine, before, after);
    }

    private static boolean isCompatible(String before, String after) {
        return before.equals(after) || COMPATIBLE.stream().anyMatch(c -> c.contains(before) && c.contains(after));
    }

    /** Rejects a change of character set unless the new one is a superset. */
    static void requireCharacters(DdlEngine engine, Characters before, Characters after) {
        String from = before.charset();
        String to = after.charset();
        boolean allowed = (from.equals("utf8") && (to.equals("utf8") || to.equals("utf8mb4")))
                || (from.equals("utf8mb4") && to.equals("utf8mb4"))
                || (from.equals("latin1") && to.equals("utf8mb4") && engine.turnsLatin1IntoUtf8mb4());
        if (allowed) {
            return;
        }
        if (!from.equals(to)) {
            throw DatabaseErrors.unsupported("Unsupported modify charset from " + from + " to " + to)
                    .asException();
        }
        if (!before.collation().equals(after.collation())) {
            throw DatabaseErrors.unsupported(
                            "Unsupported modify change collate from " + before.collation() + " to " + after.collation())
                    .asException();
        }
    }

    /** Rejects an unsupported CONVERT TO CHARACTER SET of a column. */
    static void requireConvertible(
            DdlEngine engine, Column column, Characters table, Characters after, List<Index> keys) {
        Characters before = Characters.of(column.type(), table);
        if (before.equals(Characters.BINARY)) {
            return;
        }
        boolean indexed = keys.stream().anyMatch(k -> k.has(column.name()));
        boolean collates = indexed && engine != DdlEngine.TRACKER_V5;
        if (collates && !isCompatible(before.collation(), after.collation())) {
            throw DatabaseErrors.unsupported("Unsupported converting collation of column '"
                            + column.name().toLowerCase(Locale.ROOT) + "' from '" + before.collation() + "' to '"
                            + after.collation() + "' when index is defined on it.")
                    .asException();
        }
        requireCharacters(engine, before, after);
    }

    /** Returns why the stored values must be rewritten; empty if no rewrite is needed. */
    private static Optional<String> reorganisation(ColumnType before, ColumnType after) {
        String from = before.name();
        String to = after.name();
        if (ColumnTypes.isInteger(from) && ColumnTypes.isInteger(to)) {
            return bytes(to) < bytes(from) || before.unsigned() != after.unsigned()
                    ? Optional.of("integer")
                    : Optional.empty();
        }
        if (ColumnTypes.isValueList(from) && from.equals(to)) {
            List<String> old = before.arguments();
            boolean kept = after.arguments().size() >= old.size()
                    && after.arguments().subList(0, old.size()).equals(old);
            return kept ? Optional.empty() : Optional.of("values");
        }
        if (isString(from) && isString(to)) {
            boolean fixed = isFixed(from) != isFixed(to) && !isLong(from) && !isLong(to);
            boolean padded = from.equals("binary") && length(after) != length(before);
            return fixed || padded || length(after) < length(before) ? Optional.of("string") : Optional.empty();
        }
        if (!from.equals(to)) {
            return Optional.of("type");
        }
        boolean same = before.arguments().equals(after.arguments()) && before.unsigned() == after.unsigned();
        boolean wider = !from.equals("decimal")
                && before.unsigned() == after.unsigned()
                && number(after, 0) >= number(before, 0)
                && number(after, 1) >= number(before, 1);
        return same || wider ? Optional.empty() : Optional.of("length");
    }

    private static boolean isString(String name) {
        return (ColumnTypes.isText(name) && !ColumnTypes.isValueList(name)) || ColumnTypes.isBinary(name);
    }

    private static boolean isFixed(String name) {
        return name.equals("char") || name.equals("binary");
    }

    private static boolean isLong(String name) {
        return name.endsWith("text") || name.endsWith("blob");
    }

    private static long length(ColumnType type) {
        return switch (type.name()) {
            case "tinytext", "tinyblob" -> 0xff;
            case "text", "blob" -> 0xffff;
            case "mediumtext", "mediumblob" -> 0xff_ffff;
            case "longtext", "longblob" -> 0xffff_ffffL;
            default -> number(type, 0);
        };
    }

    private static long number(ColumnType type, int at) {
        return type.arguments().size() > at ? Long.parseLong(type.arguments().get(at)) : 0;
    }

    private static int bytes(String integer) {
        return switch (integer) {
            case "tinyint" -> 1;
            case "smallint" -> 2;
            case "mediumint" -> 3;
            case "int" -> 4;
            default -> 8;
        };
    }
}
