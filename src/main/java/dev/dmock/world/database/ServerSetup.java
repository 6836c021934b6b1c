package dev.dmock.world.database;

import dev.dmock.space.fact.Draft;
import dev.dmock.sql.parser.SqlParser;
import dev.dmock.sql.statement.Statement;
import dev.dmock.sql.token.DatabaseError;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.sql.token.TableName;
import dev.dmock.world.database.account.Access;
import dev.dmock.world.database.account.AccountRunner;
import dev.dmock.world.database.binlog.BinlogWriter;
import dev.dmock.world.database.model.Account;
import dev.dmock.world.database.model.Binlog;
import dev.dmock.world.database.model.Grants;
import dev.dmock.world.database.model.Outage;
import dev.dmock.world.database.model.ReachableServers;
import dev.dmock.world.database.model.Role;
import dev.dmock.world.database.model.Server;
import dev.dmock.world.database.model.ServerStore;
import dev.dmock.world.database.model.Variables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Creates a server from the world document. Its changes are not logged in the binlog.
 *
 * <p>Its methods throw {@link DatabaseException} with the server's error.
 */
public final class ServerSetup {

    private final ServerStore store;
    private final Access access;
    private final StatementRunner runner;

    private ServerSetup(ServerStore store) {
        this.store = store;
        this.access = new Access(new Account("root", "", Grants.ALL), store.dialect());
        this.runner = new StatementRunner(store, access, "");
    }

    /** Sets which unlisted servers are reachable. */
    public static void reach(Draft draft, boolean anyUpstream, boolean anyDownstream) {
        draft.put(ReachableServers.KIND, new ReachableServers(anyUpstream, anyDownstream));
    }

    /** Returns whether any address is reachable in a role. */
    public static boolean reaches(Draft draft, Role role) {
        return ReachableServers.of(draft).any(role);
    }

    /** Returns whether a server, running or stopped, exists at an address. */
    public static boolean isThere(Draft draft, String address) {
        return Arrays.stream(Role.values())
                .anyMatch(role -> ServerStore.find(draft, role, address).isPresent());
    }

    /** Stops the server at an address and keeps its data. */
    public static void stop(Draft draft, String address) {
        draft.put(Outage.KIND, new Outage(address));
    }

    /** Starts the server at an address, unless it is running. */
    public static void start(Draft draft, String address) {
        draft.remove(Outage.KIND, address);
    }

    /** Returns the addresses of the stopped servers. */
    public static List<String> stopped(Draft draft) {
        return draft.all(Outage.KIND).stream().map(Outage::address).toList();
    }

    /** Creates a server; {@code user} has all privileges, null accepts any account. */
    public static ServerSetup begin(Draft draft, Role role, String address, @Nullable String user, String password) {
        draft.put(
                Server.KIND,
                Server.fresh(
                        ServerStore.key(draft, role, address),
                        role,
                        user,
                        password,
                        draft.settings().seed()));
        return new ServerSetup(ServerStore.find(draft, role, address).orElseThrow());
    }

    public void variables(Map<String, String> values) {
        Map<String, String> all = new TreeMap<>();
        values.forEach((name, value) -> {
            String key = name.toLowerCase(Locale.ROOT);
            all.put(key, Variables.normal(key, value));
        });
        store.put(store.server().withVariables(all));
    }

    public void account(String name, String password) {
        if (store.server().accounts().containsKey(name)) {
            throw new DatabaseError(1396, "HY000", "Operation CREATE USER failed for '" + name + "'@'%'").asException();
        }
        store.put(store.server().withAccount(new Account(name, password, Grants.NONE)));
    }

    /** Grants privileges to an account, in the syntax after GRANT: {@code SELECT ON db1.*}. */
    public void grant(String name, String text) {
        Statement.Grant statement = SqlParser.grant(text);
        Account old = store.server().accounts().get(name);
        if (old == null) {
            throw new DatabaseError(1133, "42000", "Can't find any matching row in the user table").asException();
        }
        Grants grants = old.grants().with(AccountRunner.level(statement, ""));
        store.put(store.server().withAccount(new Account(name, old.password(), grants)));
    }

    public void schema(String name) {
        execute("", "CREATE DATABASE " + TableName.quote(name));
    }

    /** Returns whether a statement creates a view. */
    public boolean isView(String sql) {
        return SqlParser.parse(sql, store.dialect()) instanceof Statement.CreateView;
    }

    /** Creates a table or view; the statement must use the given name. */
    public void table(String schema, String name, String sql) {
        Statement statement = SqlParser.parse(sql, store.dialect());
        TableName made = statement instanceof Statement.CreateTable create
                ? create.name()
                : statement instanceof Statement.CreateTableLike like
                        ? like.name()
                        : statement instanceof Statement.CreateView view ? view.name() : null;
        if (made == null) {
            throw DatabaseError.plain("this is no CREATE TABLE or CREATE VIEW").asException();
        }
        boolean same = made.table().equals(name)
                && (made.schema().isEmpty() || made.schema().equals(schema));
        if (!same) {
            throw DatabaseError.plain("the statement makes another table than this one: " + made.quoted())
                    .asException();
        }
        execute(schema, sql);
    }

    /** Executes a statement in the session shared by all these statements; initially no schema is selected. */
    public void execute(String sql) {
        runner.run(sql);
    }

    private void execute(String schema, String sql) {
        new StatementRunner(store, access, schema).run(sql);
    }

    /** Returns the number of rows of a table; 0 for an unknown table. */
    public long count(String schema, String table) {
        return store.tables(schema).stream()
                .filter(t -> t.name().equals(table))
                .mapToLong(t -> store.rows(t).size())
                .sum();
    }

    /** Starts the binlog with an empty first file, unless it has another position. */
    public void finish() {
        runner.end();
        new BinlogWriter(store).reset(Binlog.EMPTY);
    }

    /** Starts the binlog at a position, after the given number of transactions. */
    public void finish(String file, long position, long transactions) {
        runner.end();
        new BinlogWriter(store).reset(Binlog.at(file, position, transactions));
    }

    /**
     * Returns whether a binlog can start at a position: a valid file name, and a position after the header of an empty
     * file.
     */
    public static boolean isBinlogPlace(String file, long position) {
        return Binlog.isFileName(file) && position >= Binlog.EMPTY.position().position();
    }

    /** Returns the stored servers with this role, by address. */
    public static List<ServerPicture> pictures(Draft draft, Role role) {
        List<ServerPicture> all = new ArrayList<>();
        for (Server server : draft.all(Server.KIND)) {
            if (server.role() == role) {
                all.add(new ServerPicture(
                        ServerStore.find(draft, role, server.reachedAt()).orElseThrow()));
            }
        }
        return all;
    }
}
