package dev.dmock.sql.model;

import dev.dmock.sql.token.Dialect;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The structure of a table, without its name.
 *
 * @param collation null for the default of the character set
 * @param autoIncrement the next AUTO_INCREMENT value, 0 if unspecified
 * @param otherOptions further table options as they are printed, such as {@code ROW_FORMAT=COMPRESSED}
 * @param partitioning null for a table without partitions
 */
public record TableStructure(
        List<Column> columns,
        List<Index> indexes,
        List<ForeignKey> foreignKeys,
        String engine,
        String charset,
        @Nullable String collation,
        long autoIncrement,
        String comment,
        List<String> otherOptions,
        @Nullable Partitioning partitioning) {

    /** The empty structure, used for views. */
    public static final TableStructure NONE =
            new TableStructure(List.of(), List.of(), List.of(), "", "", null, 0, "", List.of(), null);

    public TableStructure withAutoIncrement(long next) {
        return new TableStructure(
                columns, indexes, foreignKeys, engine, charset, collation, next, comment, otherOptions, partitioning);
    }

    public TableStructure withPartitioning(@Nullable Partitioning other) {
        return new TableStructure(
                columns, indexes, foreignKeys, engine, charset, collation, autoIncrement, comment, otherOptions, other);
    }

    public TableStructure withIndexes(List<Index> others) {
        return new TableStructure(
                columns,
                others,
                foreignKeys,
                engine,
                charset,
                collation,
                autoIncrement,
                comment,
                otherOptions,
                partitioning);
    }

    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    public Optional<Column> column(String name) {
        return columns.stream().filter(c -> c.name().equalsIgnoreCase(name)).findFirst();
    }

    public Optional<Index> primaryKey() {
        return indexes.stream().filter(i -> i.kind() == Index.Kind.PRIMARY).findFirst();
    }

    /** Returns whether comparison on a column is case-insensitive. */
    public boolean ignoresCase(Column column, Dialect dialect) {
        if (!ColumnTypes.isText(column.type().name())) {
            return false;
        }
        String own = column.type().collation();
        String ofTable = collation == null ? Charsets.defaultCollation(charset, dialect) : collation;
        return Charsets.ignoresCase(own == null ? ofTable : own);
    }

    /** Returns whether the table has a primary or unique key. */
    public boolean hasUniqueKey() {
        return indexes.stream().anyMatch(i -> i.kind() == Index.Kind.PRIMARY || i.kind() == Index.Kind.UNIQUE);
    }
}
