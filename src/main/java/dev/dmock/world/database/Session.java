package dev.dmock.world.database;

import dev.dmock.world.sql.DatabaseException;
import dev.dmock.world.sql.TableName;
import dev.dmock.world.sql.TableStructure;
import java.util.List;
import java.util.Optional;

/**
 * A connection to a server for the length of one draft: what DM's units ask of a database. Whatever the account may
 * not do, or the database cannot do, is a {@link DatabaseException}, and then nothing was changed.
 */
public interface Session {

    /** The server as it is now. */
    Server server();

    Account account();

    /** All schemas in the order of SHOW DATABASES, those of the system included. */
    List<String> schemaNames();

    /** The schemas without those of the system. */
    List<String> userSchemaNames();

    /** Tables and views in the order of SHOW TABLES; error 1049 for an unknown schema. */
    List<String> tableNames(String schema);

    /** Only tables, no views, in the same order; empty for an unknown schema. */
    List<TableName> baseTables(String schema);

    Optional<Table> table(TableName name);

    /** The structure; error 1146 for an unknown table. */
    TableStructure structure(TableName name);

    /** SHOW CREATE TABLE in the server's own form; error 1146 for an unknown table. */
    String showCreateTable(TableName name);

    /** A table's rows in the order of their keys. */
    List<Row> rows(TableName name);

    /** A global variable; error 1193 for an unknown one. */
    String variable(String name);

    /** Error 1227 unless one of the privileges is held globally. */
    void requireGlobal(String... privileges);

    /** What SHOW MASTER STATUS gives. */
    BinlogPosition masterPosition();

    /** The executed GTID set, {@code uuid:1-n}; "" if nothing was executed or GTID mode is off. */
    String gtidSet();

    /** Whether a binlog file is there. */
    boolean hasBinlog(String file);

    /** The transactions that begin at or behind a place, in order; empty if it is at the end. */
    List<BinlogEvent> eventsFrom(BinlogPosition position);

    /** The transactions that a GTID set does not contain, in order. */
    List<BinlogEvent> eventsMissingIn(String gtidSet);

    /** Executes one statement, with names without schema taken from {@code schema} ("" for none selected). */
    void execute(String schema, String sql);

    void createSchemaIfMissing(String schema);

    /** Inserts rows; error 1062 on a duplicate key, and then none of them. */
    void insert(TableName table, List<String> columns, List<? extends List<String>> rows);

    /** Inserts rows in place of those that have the same keys. */
    void replace(TableName table, List<String> columns, List<? extends List<String>> rows);

    /** Inserts the rows that have no duplicate. */
    void insertIgnore(TableName table, List<String> columns, List<? extends List<String>> rows);

    /** Changes the rows that are equal to {@code before} by key, or in all columns if there is no key. */
    void update(TableName table, List<String> columns, List<String> before, List<String> after);

    void delete(TableName table, List<String> columns, List<String> before);
}
