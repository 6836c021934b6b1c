package dev.dmock.world.database;

import dev.dmock.sql.model.Charsets;
import dev.dmock.sql.model.Column;
import dev.dmock.sql.model.ColumnTypes;
import dev.dmock.sql.model.Literals;
import dev.dmock.sql.structure.Structures;
import dev.dmock.sql.token.Dialect;
import dev.dmock.sql.token.TableName;
import dev.dmock.world.database.model.Account;
import dev.dmock.world.database.model.Binlog;
import dev.dmock.world.database.model.DatabaseSchema;
import dev.dmock.world.database.model.Row;
import dev.dmock.world.database.model.Server;
import dev.dmock.world.database.model.ServerStore;
import dev.dmock.world.database.model.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Describes the current state of a server as statements that recreate it. */
public final class ServerPicture {

    private static final int MAX_ROWS_PER_INSERT = 500;

    private final ServerStore store;

    ServerPicture(ServerStore store) {
        this.store = store;
    }

    public Server server() {
        return store.server();
    }

    /** Returns the administrator's password. */
    public String password() {
        Account account = server().user() == null ? null : server().accounts().get(server().user());
        return account == null ? "" : account.password();
    }

    /** Returns the accounts other than the administrator. */
    public List<Account> furtherAccounts() {
        return server().accounts().values().stream()
                .filter(a -> !a.name().equals(server().user()))
                .toList();
    }

    /** Returns the CREATE statement of each table and view, by schema and name. */
    public Map<String, Map<String, String>> databases() {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        for (DatabaseSchema schema : store.schemas()) {
            Map<String, String> texts = new LinkedHashMap<>();
            store.tables(schema.name()).forEach(t -> texts.put(t.name(), text(t)));
            all.put(schema.name(), texts);
        }
        return all;
    }

    private String text(Table table) {
        if (table.view() != null) {
            return "CREATE VIEW " + TableName.quote(table.name()) + table.view();
        }
        return store.dialect() == Dialect.MYSQL
                ? Structures.mysql(table.name(), table.structure())
                : Structures.tidb(table.name(), table.structure(), Structures.Clustering.CLUSTERED);
    }

    /** Returns the number of rows of each table, by schema and name; omits schemas without tables. */
    public Map<String, Map<String, Long>> rows() {
        Map<String, Map<String, Long>> all = new LinkedHashMap<>();
        for (DatabaseSchema schema : store.schemas()) {
            Map<String, Long> counts = new LinkedHashMap<>();
            store.tables(schema.name()).stream()
                    .filter(table -> table.view() == null)
                    .forEach(table ->
                            counts.put(table.name(), (long) store.rows(table).size()));
            if (!counts.isEmpty()) {
                all.put(schema.name(), counts);
            }
        }
        return all;
    }

    /** Returns the statements for what the CREATE statements omit: rows, and character sets of schemas. */
    public List<String> sql() {
        List<String> all = new ArrayList<>();
        for (DatabaseSchema schema : store.schemas()) {
            boolean standard =
                    schema.charset().equals(Charsets.ofServer(store.dialect())) && schema.collation() == null;
            if (!standard) {
                all.add("ALTER DATABASE " + TableName.quote(schema.name()) + " CHARACTER SET " + schema.charset()
                        + (schema.collation() == null ? "" : " COLLATE " + schema.collation()));
            }
            for (Table table : store.tables(schema.name())) {
                inserts(table, all);
            }
        }
        return all;
    }

    private void inserts(Table table, List<String> all) {
        List<String> rows =
                store.rows(table).stream().map(row -> values(table, row)).toList();
        for (int from = 0; from < rows.size(); from += MAX_ROWS_PER_INSERT) {
            List<String> some = rows.subList(from, Math.min(rows.size(), from + MAX_ROWS_PER_INSERT));
            all.add("INSERT INTO " + table.tableName().quoted() + " VALUES " + String.join(",", some));
        }
    }

    private static String values(Table table, Row row) {
        List<String> literals = new ArrayList<>();
        for (int i = 0; i < row.values().size(); i++) {
            literals.add(
                    literal(table.structure().columns().get(i), row.values().get(i)));
        }
        return literals.stream().collect(Collectors.joining(",", "(", ")"));
    }

    private static String literal(Column column, @Nullable String value) {
        if (value == null) {
            return "NULL";
        }
        String type = column.type().name();
        if (ColumnTypes.isNumber(type)) {
            return value;
        }
        return ColumnTypes.isBinary(type)
                ? "x'" + HexFormat.of().formatHex(value.getBytes(StandardCharsets.ISO_8859_1)) + "'"
                : Literals.string(value);
    }

    /** Returns the binlog, unless it consists of an empty first file. */
    public Optional<Binlog> writtenBinlog() {
        return Optional.of(server().binlog()).filter(b -> !b.equals(Binlog.EMPTY));
    }
}
