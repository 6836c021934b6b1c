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
 * A connection to a server for the length of one draft: what DM's units ask of a database. Whatever the account may
 * not do, or the database cannot do, is a {@link DatabaseException}, and then nothing was changed.
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

    /** The server as it is now. */
    public Server server() {
        return store.server();
    }

    public Account account() {
        return access.account();
    }

    /** The schemas that the account may see, in the order of SHOW DATABASES, those of the system included. */
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

    /** The schemas without those of the system. */
    public List<String> userSchemaNames() {
        return schemaNames().stream().filter(s -> !isSystemSchema(s)).toList();
    }

    /** Whether a server of this kind has the schema by itself. */
    public boolean isSystemSchema(String schema) {
        return SystemSchemas.has(store.dialect(), schema);
    }

    /** A schema that is no system schema. */
    public Optional<DatabaseSchema> schema(String name) {
        return store.schema(name);
    }

    private boolean sees(String schema) {
        return account().grants().global("SHOW DATABASES") || account().grants().seesSchema(schema);
    }

    /**
     * Tables and views in the order of SHOW TABLES.
     *
     * @throws DatabaseException 1049 for an unknown schema, 1044 for one that the account may not see, 1059 or 1102 for
     *     a name that no schema can have
     */
    public List<String> tableNames(String schema) {
        return tableNames(TableListing.of(schema));
    }

    /**
     * The same for SHOW TABLES FROM and a text that is not quoted: 1064 if the text is not just a name that needs no
     * quotes.
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

    /** Only tables, no views, in the same order; empty for an unknown schema. */
    public List<TableName> baseTables(String schema) {
        return store.tables(schema).stream()
                .filter(t -> t.view() == null)
                .map(Table::tableName)
                .toList();
    }

    public Optional<Table> table(TableName name) {
        return store.table(name);
    }

    /** A table; error 1146 for an unknown one. */
    public Table requireTable(TableName name) {
        return store.requireTable(name);
    }

    /** The structure of a table; error 1146 for an unknown one. */
    public TableStructure structure(TableName name) {
        return requireTable(name).structure();
    }

    /** SHOW CREATE TABLE in the server's own form; error 1146 for an unknown table. */
    public String showCreateTable(TableName name) {
        Table table = store.requireTable(name);
        return store.dialect() == Dialect.MYSQL
                ? Structures.mysql(table.name(), table.structure())
                : Structures.tidb(table.name(), table.structure(), Structures.Clustering.CLUSTERED);
    }

    /** A table's rows in the order of their keys. */
    public List<Row> rows(TableName name) {
        return List.copyOf(store.rows(store.requireTable(name)));
    }

    /** A global variable; error 1193 for an unknown one. */
    public String variable(String name) {
        String value = Variables.get(server(), name);
        if (value == null) {
            throw Variables.unknown(name).asException();
        }
        return value;
    }

    /** SHOW SLAVE HOSTS: TiDB does not know the statement, MySQL asks for a privilege. */
    public void requireReplicas() {
        if (store.dialect() == Dialect.TIDB) {
            throw new DatabaseError(1064, "42000", UNKNOWN_TO_TIDB + "line 1 column 16 near \"HOSTS\" ").asException();
        }
        requireGlobal("REPLICATION SLAVE");
    }

    /** Error 1227 unless one of the privileges is held globally. */
    public void requireGlobal(String... privileges) {
        access.requireGlobal(privileges);
    }

    /** Error 1142 unless the account may read a table, 1146 if it is not there. */
    public void requireReadable(TableName table) {
        access.requireOnTable("SELECT", table);
        store.requireTable(table);
    }

    /** Error 1142 unless the account may insert into a table, 1146 if it is not there, and what a read-only server says. */
    public void requireWritable(TableName table) {
        access.requireWrites(server());
        access.requireOnTable("INSERT", table);
        store.requireTable(table);
    }

    /** What SHOW MASTER STATUS gives. */
    public BinlogPosition masterPosition() {
        return server().binlog().position();
    }

    /** The executed GTID set, {@code uuid:1-n}; "" if nothing was executed or GTID mode is off. */
    public String gtidSet() {
        return range(server().binlog().transactions());
    }

    /** The GTID set of what is in no binlog file any more. */
    public String purgedGtidSet() {
        return range(server().binlog().purged());
    }

    /** The GTID set of all that was written before a binlog file began. */
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

    /** Whether a binlog file is there. */
    public boolean hasBinlog(String file) {
        return server().binlog().has(file);
    }

    /** The transactions that end behind a place, in order; empty if it is at the end. */
    public List<BinlogEvent> eventsFrom(BinlogPosition position) {
        return backwardsWhile(e -> e.endPosition().compareTo(position) > 0);
    }

    /** The transactions that a GTID set does not contain, in order; all of them if it is no GTID set. */
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

    /** From the newest event to older ones: units mostly are close behind. */
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

    /** Executes one statement, with names without schema taken from {@code schema} ("" for none selected). */
    public void execute(String schema, String sql) {
        if (!schema.isEmpty()) {
            store.requireSchema(schema);
        }
        new StatementRunner(store, access, schema).run(sql);
    }

    public void createSchemaIfMissing(String schema) {
        execute("", "CREATE DATABASE IF NOT EXISTS " + TableName.quote(schema));
    }

    /** Inserts rows; error 1062 on a duplicate key, and then none of them. */
    public void insert(TableName table, List<String> columns, List<? extends List<? extends @Nullable String>> rows) {
        write(table, "INSERT", w -> w.insert(columns, rows, RowStatement.OnDuplicate.FAIL, List.of()));
    }

    /** Inserts rows in place of those that have the same keys. */
    public void replace(TableName table, List<String> columns, List<? extends List<? extends @Nullable String>> rows) {
        write(table, "INSERT", w -> w.insert(columns, rows, RowStatement.OnDuplicate.REPLACE, List.of()));
    }

    /** Inserts the rows that have no duplicate. */
    public void insertIgnore(
            TableName table, List<String> columns, List<? extends List<? extends @Nullable String>> rows) {
        write(table, "INSERT", w -> w.insert(columns, rows, RowStatement.OnDuplicate.IGNORE, List.of()));
    }

    /** Changes the row that is equal to {@code before} by key, or in all columns if there is no key. */
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
