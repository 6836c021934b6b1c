package dev.dmock.world.database.model;

import dev.dmock.sql.model.Column;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.token.TableName;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Computes event sizes in bytes in a binlog of MySQL 5.6 with checksums. */
public final class EventSizes {

    public static final int HEADER = 19;
    private static final int CHECKSUM = 4;
    static final int GTID = HEADER + 25 + CHECKSUM;
    /** Size of the event that ends a transaction. */
    public static final int XID = HEADER + 8 + CHECKSUM;

    private static final int QUERY = HEADER + 13 + CHECKSUM;
    /** Size of the status variables: flags, SQL mode, catalog and character sets of the session. */
    private static final int STATUS = 26;

    private static final String BEGIN = "BEGIN";
    private static final int TABLE_MAP = HEADER + 8 + 4 + CHECKSUM;
    private static final int ROWS = HEADER + 11 + CHECKSUM;
    private static final int BITS_PER_BYTE = 8;

    private EventSizes() {}

    /** Returns the size of a statement that is its own transaction. */
    public static long statement(boolean gtid, String schema, String sql) {
        return (gtid ? GTID : 0) + query(schema, sql) + 3 + bytes(schema);
    }

    /** Returns the size of the start of a transaction that changes rows. */
    public static long begin(boolean gtid, String schema) {
        return (gtid ? GTID : 0) + query(schema, BEGIN);
    }

    /** Returns the size of the row changes of one table. */
    public static long rows(TableChanges table) {
        TableStructure structure = table.structure();
        int columns = structure.columns().size();
        int bitmap = (columns + BITS_PER_BYTE - 1) / BITS_PER_BYTE;
        TableName name = table.table();
        long map = TABLE_MAP + bytes(name.schema()) + bytes(name.table()) + columns + metadata(structure) + bitmap;
        boolean updates = table.changes().stream().anyMatch(c -> c.before() != null && c.after() != null);
        long rows = ROWS + (updates ? 2L : 1L) * bitmap;
        for (RowChange change : table.changes()) {
            rows += image(structure, change.before(), bitmap) + image(structure, change.after(), bitmap);
        }
        return map + rows;
    }

    /** Returns the size of a statement within a transaction. */
    public static long query(String schema, String sql) {
        return QUERY + STATUS + bytes(schema) + 1 + bytes(sql);
    }

    private static long metadata(TableStructure structure) {
        return 1 + structure.columns().stream().mapToLong(EventSizes::metadata).sum();
    }

    private static long metadata(Column column) {
        return switch (column.type().name()) {
            case "varchar", "char", "binary", "varbinary", "decimal", "enum", "set", "bit" -> 2;
            case "float", "double", "datetime", "timestamp", "time" -> 1;
            default ->
                column.type().name().endsWith("text") || column.type().name().endsWith("blob") ? 1 : 0;
        };
    }

    private static long image(TableStructure structure, @Nullable List<@Nullable String> values, int bitmap) {
        if (values == null) {
            return 0;
        }
        long size = bitmap;
        for (int i = 0; i < values.size(); i++) {
            String value = values.get(i);
            size += value == null ? 0 : value(structure.columns().get(i), value);
        }
        return size;
    }

    private static long value(Column column, String value) {
        return switch (column.type().name()) {
            case "tinyint", "year", "enum", "bit", "set" -> 1;
            case "smallint" -> 2;
            case "mediumint", "date", "time" -> 3;
            case "int", "float", "timestamp" -> 4;
            case "datetime" -> 5;
            case "bigint", "double" -> 8;
            case "decimal" -> 1 + value.length() / 2;
            case "char", "varchar", "binary", "varbinary" -> 1 + bytes(value);
            default -> 2 + bytes(value);
        };
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
