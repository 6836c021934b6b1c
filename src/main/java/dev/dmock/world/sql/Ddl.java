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
     * Reads a DDL statement and takes it apart as DM does, one operation each.
     *
     * @param schema the session's schema, for names without one
     * @return empty for a statement that is no DDL on schemas, tables or keys
     */
    static List<Ddl> split(String sql, String schema) {
        throw new UnsupportedOperationException(sql + schema);
    }
}
