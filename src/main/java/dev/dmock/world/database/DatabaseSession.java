package dev.dmock.world.database;

import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.parser.SqlParser;
import dev.dmock.sql.parser.TableListing;
import dev.dmock.sql.statement.RowStatement;
import dev.dmock.sql.structure.Structures;
import dev.dmock.sql.token.DatabaseError;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.sql.token.Dialect;
import dev.dmock.sql.token.TableName;
import dev.dmock.world.database.account.Access;
import dev.dmock.world.database.binlog.BinlogWriter;
import dev.dmock.world.database.model.Account;
import dev.dmock.world.database.model.BinlogEvent;
import dev.dmock.world.database.model.BinlogFile;
import dev.dmock.world.database.model.BinlogPosition;
import dev.dmock.world.database.model.DatabaseSchema;
import dev.dmock.world.database.model.FileName;
import dev.dmock.world.database.model.GtidSet;
import dev.dmock.world.database.model.Row;
import dev.dmock.world.database.model.Server;
import dev.dmock.world.database.model.ServerStore;
import dev.dmock.world.database.model.SystemSchemas;
import dev.dmock.world.database.model.Table;
import dev.dmock.world.database.model.Variables;
import dev.dmock.world.database.row.RowWriter;
import dev.dmock.world.database.row.StatementRows;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a server for the duration of one draft, as DM's units use it. Missing privileges and unsupported
 * operations throw a {@link DatabaseException} and change nothing.
 */
public final class DatabaseSession {

    private static final String UNKNOWN_TO_TIDB =
            "You have an error in your SQL syntax; check the manual that corresponds to"
                    + " your TiDB version for the right syntax to use ";

    private final ServerStore store;
    private final Access access;

    DatabaseSession(ServerStore store, Account account) {
        this.store = store;
        this.access = new Access(account, store.dialect());
    }

    /** Returns the current state of the server. */
    public Server server() {
        return store.server();
    }

    public Account account() {
        return access.account();
    }

    /** Returns the schemas visible to the account, including system schemas, in the order of SHOW DATABASES. */
    public List<String> schemaNames() {
        List<String> system = SystemSchemas.of(store.dialect());
        List<String> sorted = Stream.concat(
                        store.schemas().stream().map(DatabaseSchema::name),
                        system.stream().skip(1))
                .filter(this::sees)
                .sorted(
                        store.dialect() == Dialect.MYSQL
                                ? Comparator.comparing(FileName::ofSchema)
                                : Comparator.naturalOrder())
                .toList();
        List<String> all = new ArrayList<>(List.of(system.get(0)));
        all.addAll(sorted);
        return List.copyOf(all);
    }

    /** Returns the schemas without system schemas. */
    public List<String> userSchemaNames() {
        return schemaNames().stream().filter(s -> !isSystemSchema(s)).toList();
    }

    /** Returns whether the schema is a built-in schema of this kind of server. */
    public boolean isSystemSchema(String schema) {
        return SystemSchemas.has(store.dialect(), schema);
    }

    /** Returns a schema that is not a system schema. */
    public Optional<DatabaseSchema> schema(String name) {
        return store.schema(name);
    }

    private boolean sees(String schema) {
        return account().grants().global("SHOW DATABASES") || account().grants().seesSchema(schema);
    }

    /**
     * Returns tables and views in the order of SHOW TABLES.
     *
     * @throws DatabaseException 1049 for an unknown schema, 1044 for a schema not visible to the account, 1059 or 1102
     *     for an invalid schema name
     */
    public List<String> tableNames(String schema) {
        return tableNames(TableListing.of(schema));
    }

    /**
     * Returns the tables for SHOW TABLES FROM with an unquoted text; error 1064 if the text is not a name that is valid
     * without quotes.
     */
    public List<String> tableNamesFrom(String text) {
        return tableNames(TableListing.parse(text, store.dialect()));
    }

    private List<String> tableNames(TableListing listing) {
        String schema = listing.schema();
        SqlParser.requireSchemaName(schema);
        boolean system = SystemSchemas.has(store.dialect(), schema);
        if (!schema.equalsIgnoreCase("information_schema")) {
            access.requireSight(schema);
        }
        List<String> all;
        if (system) {
            all = SystemSchemas.tables(store.dialect(), schema);
        } else {
            store.requireSchema(schema);
            all = store.tables(schema).stream().map(Table::name).toList();
        }
        return all.stream().filter(listing::matches).toList();
    }

    /** Returns tables without views, in the same order; empty for an unknown schema. */
    public List<TableName> baseTables(String schema) {
        return store.tables(schema).stream()
                .filter(t -> t.view() == null)
                .map(Table::tableName)
                .toList();
    }

    public Optional<Table> table(TableName name) {
        return store.table(name);
    }

    /** Returns a table; error 1146 for an unknown one. */
    public Table requireTable(TableName name) {
        return store.requireTable(name);
    }

    /** Returns the structure of a table; error 1146 for an unknown one. */
    public TableStructure structure(TableName name) {
        return requireTable(name).structure();
    }

    /** Returns SHOW CREATE TABLE in the server's own format; error 1146 for an unknown table. */
    public String showCreateTable(TableName name) {
        Table table = store.requireTable(name);
        return store.dialect() == Dialect.MYSQL
                ? Structures.mysql(table.name(), table.structure())
                : Structures.tidb(table.name(), table.structure(), Structures.Clustering.CLUSTERED);
    }

    /** Returns a table's rows in key order. */
    public List<Row> rows(TableName name) {
        return List.copyOf(store.rows(store.requireTable(name)));
    }

    /** Returns a global variable; error 1193 for an unknown one. */
    public String variable(String name) {
        String value = Variables.get(server(), name);
        if (value == null) {
            throw Variables.unknown(name).asException();
        }
        return value;
    }

    /** Executes SHOW SLAVE HOSTS: TiDB does not support the statement, MySQL requires a privilege. */
    public void requireReplicas() {
        if (store.dialect() == Dialect.TIDB) {
            throw new DatabaseError(1064, "42000", UNKNOWN_TO_TIDB + "line 1 column 16 near \"HOSTS\" ").asException();
        }
        requireGlobal("REPLICATION SLAVE");
    }

    /** Throws error 1227 unless the account holds one of the privileges globally. */
    public void requireGlobal(String... privileges) {
        access.requireGlobal(privileges);
    }

    /** Throws error 1142 unless the account may read the table, 1146 if it does not exist. */
    public void requireReadable(TableName table) {
        access.requireOnTable("SELECT", table);
        store.requireTable(table);
    }

    /**
     * Throws error 1142 unless the account may insert into the table, 1146 if it does not exist, and the error of a
     * read-only server.
     */
    public void requireWritable(TableName table) {
        access.requireWrites(server());
        access.requireOnTable("INSERT", table);
        store.requireTable(table);
    }

    /** Returns the position of SHOW MASTER STATUS. */
    public BinlogPosition masterPosition() {
        return server().binlog().position();
    }

    /** Returns the executed GTID set, {@code uuid:1-n}; "" if nothing was executed or GTID mode is off. */
    public String gtidSet() {
        return range(server().binlog().transactions());
    }

    /** Returns the GTID set of the transactions in purged binlog files. */
    public String purgedGtidSet() {
        return range(server().binlog().purged());
    }

    /** Returns the GTID set of the transactions before the start of a binlog file. */
    public String gtidsBefore(BinlogFile file) {
        return range(file.transactionsBefore());
    }

    private String range(long last) {
        if (!server().hasGtids()) {
            return "";
        }
        String own = last == 0 ? "" : server().uuid() + ":1" + (last > 1 ? "-" + last : "");
        String foreign = server().variables().getOrDefault(Variables.GTID_PURGED, "");
        return foreign.isEmpty()
                ? own
                : GtidSet.parse(foreign + "," + own).orElseThrow().toString();
    }

    /** Returns whether a binlog file exists. */
    public boolean hasBinlog(String file) {
        return server().binlog().has(file);
    }

    /** Returns the transactions that end after a position, in order. */
    public List<BinlogEvent> eventsFrom(BinlogPosition position) {
        return backwardsWhile(e -> e.endPosition().compareTo(position) > 0);
    }

    /** Returns the transactions missing in a GTID set, in order; all of them if the set is invalid. */
    public List<BinlogEvent> eventsMissingIn(String gtidSet) {
        Optional<GtidSet> set = GtidSet.parse(gtidSet);
        if (set.isEmpty()) {
            return backwardsWhile(e -> true);
        }
        long known = set.get().withoutGap(server().uuid());
        return backwardsWhile(e -> e.gtid().isEmpty() || number(e) > known).stream()
                .filter(e -> e.gtid().isEmpty() || !set.get().contains(e.gtid()))
                .toList();
    }

    private static long number(BinlogEvent event) {
        return Long.parseLong(event.gtid().substring(event.gtid().lastIndexOf(':') + 1));
    }

    /** Scans from the newest event to older ones, because units usually lag only slightly. */
    private List<BinlogEvent> backwardsWhile(Predicate<BinlogEvent> wanted) {
        List<BinlogEvent> found = new ArrayList<>();
        for (long sequence = server().binlog().sequence(); sequence > 0; sequence--) {
            Optional<BinlogEvent> event =
                    store.draft().find(BinlogEvent.KIND, server().address(), BinlogEvent.padded(sequence));
            if (event.isEmpty() || !wanted.test(event.get())) {
                break;
            }
            found.add(event.get());
        }
        Collections.reverse(found);
        return found;
    }

    /** Executes one statement; {@code schema} qualifies names without schema ("" for none selected). */
    public void execute(String schema, String sql) {
        if (!schema.isEmpty()) {
            store.requireSchema(schema);
        }
        new StatementRunner(store, access, schema).run(sql);
    }

    public void createSchemaIfMissing(String schema) {
        execute("", "CREATE DATABASE IF NOT EXISTS " + TableName.quote(schema));
    }

    /** Inserts all rows, or none of them: error 1062 on a duplicate key. */
    public void insert(TableName table, List<String> columns, List<? extends List<? extends @Nullable String>> rows) {
        write(table, "INSERT", w -> w.insert(columns, rows, RowStatement.OnDuplicate.FAIL, List.of()));
    }

    /** Inserts rows and replaces those with the same keys. */
    public void replace(TableName table, List<String> columns, List<? extends List<? extends @Nullable String>> rows) {
        write(table, "INSERT", w -> w.insert(columns, rows, RowStatement.OnDuplicate.REPLACE, List.of()));
    }

    /** Inserts the rows that cause no duplicate key. */
    public void insertIgnore(
            TableName table, List<String> columns, List<? extends List<? extends @Nullable String>> rows) {
        write(table, "INSERT", w -> w.insert(columns, rows, RowStatement.OnDuplicate.IGNORE, List.of()));
    }

    /** Updates the row that equals {@code before} by key, or in all columns if the table has no key. */
    public void update(
            TableName table, List<String> columns, List<@Nullable String> before, List<@Nullable String> after) {
        write(table, "UPDATE", w -> w.update(columns, before, after));
    }

    public void delete(TableName table, List<String> columns, List<@Nullable String> before) {
        write(table, "DELETE", w -> w.delete(columns, before));
    }

    private void write(TableName name, String privilege, Consumer<RowWriter> how) {
        access.requireWrites(server());
        StatementRows rows = new StatementRows(store, access);
        rows.write(name, privilege, how);
        new BinlogWriter(store)
                .transaction(
                        rows.commit().stream()
                                .map(table -> BinlogWriter.Part.rows(name.schema(), table))
                                .toList(),
                        new SessionSettings(store).get("binlog_row_image"));
    }
}
