package dev.dmock.world.sql;

import java.util.List;
import java.util.function.UnaryOperator;

/** A statement of the binlog that changes structures, as DM's sync unit takes it apart. */
public interface Ddl {

    /** DM's name for the kind, as binlog event filters use it: {@code create table}, {@code add column}... */
    String eventType();

    /** The tables it is about; of RENAME TABLE the old and the new one; with table "" where it is about a schema. */
    List<TableName> tables();

    /** The statement as TiDB's parser restores it: names back-quoted and with schema, renamed; types in upper case. */
    String restore(UnaryOperator<TableName> rename);

    /**
     * The structure of the table after this statement, as the tracker of DM's
     * sync unit keeps it, in TiDB's dialect; empty if the table is gone then, or the statement is about a schema. For
     * RENAME TABLE the structure stays.
     *
     * @param before the structure that the table had; null for a table that is created
     * @throws DatabaseException with TiDB's error, for example 1060 for a column that is there already
     */
    java.util.Optional<TableStructure> applyTo(@org.jspecify.annotations.Nullable TableStructure before);

    /**
     * Reads a DDL statement and takes it apart as DM does, one operation each.
     *
     * @param schema the session's schema, for names without one
     * @return empty for a statement that is no DDL on schemas, tables or keys
     */
    static List<Ddl> split(String sql, String schema) {
        throw new UnsupportedOperationException(sql + schema);
    }
}
