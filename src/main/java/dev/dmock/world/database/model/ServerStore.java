package dev.dmock.world.database.model;

import dev.dmock.space.fact.Draft;
import dev.dmock.sql.model.Charsets;
import dev.dmock.sql.parser.SqlParser;
import dev.dmock.sql.statement.ProgramDefinition;
import dev.dmock.sql.statement.Statement;
import dev.dmock.sql.structure.StructureEditor;
import dev.dmock.sql.token.DatabaseErrors;
import dev.dmock.sql.token.Dialect;
import dev.dmock.sql.token.TableName;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes the data of one server. A server that exists only because any address is reachable is stored on its
 * first write; until then it has default contents.
 */
public final class ServerStore {

    private static final String DEFAULT_SCHEMA = "db1";
    private static final String DEFAULT_TABLE = "CREATE TABLE table1 (id INT PRIMARY KEY, c VARCHAR(20))";

    private final Draft draft;
    private final String address;
    private final @Nullable Server given;

    private ServerStore(Draft draft, String address, @Nullable Server given) {
        this.draft = draft;
        this.address = address;
        this.given = given;
    }

    /** Returns the server at an address; empty if no server listens there. */
    public static Optional<ServerStore> find(Draft draft, Role role, String address) {
        String key = key(draft, role, address);
        if (draft.has(Server.KIND, key)) {
            return Optional.of(new ServerStore(draft, key, null));
        }
        if (!ReachableServers.of(draft).any(role) || address.endsWith(":0")) {
            return Optional.empty();
        }
        Server server = Server.fresh(key, role, null, "", draft.settings().seed());
        return Optional.of(new ServerStore(draft, key, server));
    }

    /**
     * Returns the storage key of a server. Where any address is reachable in both roles, an address has a server for
     * each role, and the server stored second has its own key.
     */
    public static String key(Draft draft, Role role, String address) {
        ReachableServers reach = ReachableServers.of(draft);
        boolean taken = draft.find(Server.KIND, address)
                .filter(server -> server.role() != role && server.acceptsAnyAccount())
                .isPresent();
        return taken && reach.anyUpstream() && reach.anyDownstream() ? Server.secondKey(address, role) : address;
    }

    public Draft draft() {
        return draft;
    }

    public Server server() {
        return draft.find(Server.KIND, address).orElseGet(() -> Objects.requireNonNull(given));
    }

    public Dialect dialect() {
        return server().role().dialect();
    }

    private boolean kept() {
        return draft.has(Server.KIND, address);
    }

    /** Stores the server. */
    private void keep() {
        if (!kept() && given != null) {
            draft.put(Server.KIND, given);
            defaultSchemas(given.role()).forEach(s -> draft.put(DatabaseSchema.KIND, s));
            defaultTables(given.role()).forEach(t -> draft.put(Table.KIND, t));
        }
    }

    private List<DatabaseSchema> defaultSchemas(Role role) {
        return role == Role.UPSTREAM
                ? List.of(new DatabaseSchema(address, DEFAULT_SCHEMA, Charsets.ofServer(Dialect.MYSQL), null))
                : List.of();
    }

    private List<Table> defaultTables(Role role) {
        if (role == Role.DOWNSTREAM) {
            return List.of();
        }
        Statement.CreateTable create = (Statement.CreateTable) SqlParser.parse(DEFAULT_TABLE, Dialect.MYSQL);
        TableName name = new TableName(DEFAULT_SCHEMA, create.name().table());
        return List.of(Table.of(
                address, name, StructureEditor.create(create, Dialect.MYSQL, Charsets.ofServer(Dialect.MYSQL), null)));
    }

    public Collection<DatabaseSchema> schemas() {
        return kept() ? draft.under(DatabaseSchema.KIND, address) : defaultSchemas(server().role());
    }

    public Optional<DatabaseSchema> schema(String name) {
        return schemas().stream().filter(s -> same(s.name(), name)).findFirst();
    }

    /** Returns the schema; error 1049 if it does not exist. */
    public DatabaseSchema requireSchema(String name) {
        return schema(name)
                .orElseThrow(() -> DatabaseErrors.unknownDatabase(name).asException());
    }

    /** Returns tables and views, ordered by the bytes of their names. */
    public List<Table> tables(String schema) {
        Stream<Table> all = kept()
                ? schema(schema)
                        .map(s -> draft.under(Table.KIND, address, s.name()).stream())
                        .orElse(Stream.empty())
                : defaultTables(server().role()).stream().filter(t -> same(t.schema(), schema));
        return all.sorted(Comparator.comparing(t -> dialect() == Dialect.MYSQL ? FileName.ofTable(t.name()) : t.name()))
                .toList();
    }

    public Optional<Table> table(TableName name) {
        if (kept()) {
            Optional<Table> exact = draft.find(Table.KIND, address, name.schema(), name.table());
            if (exact.isPresent() || dialect() == Dialect.MYSQL) {
                return exact;
            }
        }
        return tables(name.schema()).stream()
                .filter(t -> same(t.name(), name.table()))
                .findFirst();
    }

    /** Returns a table, not a view; error 1146 if it does not exist. */
    public Table requireTable(TableName name) {
        Table table =
                table(name).orElseThrow(() -> DatabaseErrors.noSuchTable(name).asException());
        if (table.view() != null) {
            throw DatabaseErrors.notBaseTable(name, "BASE TABLE").asException();
        }
        return table;
    }

    /** Compares table names; TiDB ignores case. */
    private boolean same(String a, String b) {
        return dialect() == Dialect.TIDB ? a.equalsIgnoreCase(b) : a.equals(b);
    }

    public Collection<Row> rows(Table table) {
        return kept() ? draft.under(Row.KIND, address, table.schema(), table.name()) : List.of();
    }

    public Optional<Row> row(Table table, String handle) {
        return draft.find(Row.KIND, address, table.schema(), table.name(), handle);
    }

    public void put(Server server) {
        keep();
        draft.put(Server.KIND, server);
    }

    public void put(DatabaseSchema schema) {
        keep();
        draft.put(DatabaseSchema.KIND, schema);
    }

    public void put(Table table) {
        keep();
        draft.put(Table.KIND, table);
    }

    public void put(Row row) {
        keep();
        draft.put(Row.KIND, row);
    }

    public void remove(Table table, String handle) {
        draft.remove(Row.KIND, address, table.schema(), table.name(), handle);
    }

    public void remove(Table table) {
        keep();
        empty(table);
        List.copyOf(programs(table.schema())).stream()
                .filter(p -> p.isTriggerOf(table.tableName()))
                .forEach(this::remove);
        draft.remove(Table.KIND, address, table.schema(), table.name());
    }

    public void empty(Table table) {
        draft.removeUnder(Row.KIND, address, table.schema(), table.name());
    }

    public void remove(DatabaseSchema schema) {
        keep();
        tables(schema.name()).forEach(this::remove);
        List.copyOf(programs(schema.name())).forEach(this::remove);
        draft.remove(DatabaseSchema.KIND, address, schema.name());
    }

    /** Returns the triggers, procedures, functions and events of a schema. */
    public Collection<StoredProgram> programs(String schema) {
        return kept() ? draft.under(StoredProgram.KIND, address, schema) : List.of();
    }

    public Optional<StoredProgram> program(ProgramDefinition.Kind kind, TableName name) {
        return draft.find(StoredProgram.KIND, address, name.schema(), kind.name(), name.table());
    }

    public void put(StoredProgram program) {
        keep();
        draft.put(StoredProgram.KIND, program);
    }

    public void remove(StoredProgram program) {
        draft.remove(
                StoredProgram.KIND,
                address,
                program.schema(),
                program.definition().kind().name(),
                program.name());
    }

    public Collection<BinlogEvent> events() {
        return draft.under(BinlogEvent.KIND, address);
    }

    public void put(BinlogEvent event) {
        draft.put(BinlogEvent.KIND, event);
    }

    public void remove(BinlogEvent event) {
        draft.remove(BinlogEvent.KIND, address, BinlogEvent.padded(event.sequence()));
    }
}
