package dev.dmock.world;

import dev.dmock.space.fact.Draft;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.version.Generation;
import dev.dmock.world.database.Databases;
import dev.dmock.world.database.FailedStatement;
import dev.dmock.world.database.ServerPicture;
import dev.dmock.world.database.ServerSetup;
import dev.dmock.world.database.model.Account;
import dev.dmock.world.database.model.Binlog;
import dev.dmock.world.database.model.Grants;
import dev.dmock.world.database.model.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Creates the database servers of a world document in a space, applies events to them, and describes their current
 * state.
 */
@Component
public class WorldDatabases {

    private final Databases databases;
    private final List<ServerListener> listeners;

    WorldDatabases(Databases databases, List<ServerListener> listeners) {
        this.databases = databases;
        this.listeners = listeners;
    }

    /**
     * Creates the servers of the world in a draft without servers.
     *
     * @throws WorldException with the path of the statement or value that a database rejects, and its error text
     */
    public void lay(Draft draft, World world) {
        ServerSetup.reach(draft, world.anyUpstream(), world.anyDownstream());
        world.listedUpstreams().ifPresent(all -> lay(draft, Role.UPSTREAM, all, WorldReader.UPSTREAMS));
        world.listedDownstreams().ifPresent(all -> lay(draft, Role.DOWNSTREAM, all, WorldReader.DOWNSTREAMS));
        for (int i = 0; i < world.offline().size(); i++) {
            requireServer(draft, world.offline().get(i), WorldReader.OFFLINE + "[" + i + "]");
            ServerSetup.stop(draft, world.offline().get(i));
        }
    }

    private static void lay(Draft draft, Role role, List<ServerSpec> servers, String field) {
        for (int i = 0; i < servers.size(); i++) {
            lay(draft, role, servers.get(i), field + "[" + i + "]");
        }
    }

    private static void lay(Draft draft, Role role, ServerSpec spec, String path) {
        ServerSetup setup = ServerSetup.begin(draft, role, spec.address(), spec.user(), spec.password());
        setup.variables(spec.variables());
        spec.users().forEach((name, user) -> {
            String at = path + ".users." + name;
            check(at, () -> setup.account(name, user.password()));
            for (int i = 0; i < user.grants().size(); i++) {
                String grant = user.grants().get(i);
                check(at + ".grants[" + i + "]", () -> setup.grant(name, grant));
            }
        });
        String at = path + ".databases.";
        spec.databases().keySet().forEach(schema -> check(at + schema, () -> setup.schema(schema)));
        tables(setup, spec, at, false);
        tables(setup, spec, at, true);
        for (int i = 0; i < spec.sql().size(); i++) {
            String sql = spec.sql().get(i);
            check(path + ".sql[" + i + "]", () -> setup.execute(sql));
        }
        spec.rows()
                .forEach((schema, tables) -> tables.forEach((table, count) -> {
                    long found = setup.count(schema, table);
                    if (found != count) {
                        throw new WorldException(
                                path + ".rows." + schema + "." + table,
                                "There are " + found + " rows after all statements.");
                    }
                }));
        ServerSpec.BinlogSpec binlog = spec.binlog();
        if (binlog == null) {
            setup.finish();
        } else {
            setup.finish(binlog.file(), binlog.position(), binlog.transactions());
        }
    }

    /** Creates views after all tables, because views read tables. */
    private static void tables(ServerSetup setup, ServerSpec spec, String path, boolean views) {
        spec.databases()
                .forEach((schema, tables) -> tables.forEach((name, sql) -> check(path + schema + "." + name, () -> {
                    if (setup.isView(sql) == views) {
                        setup.table(schema, name, sql);
                    }
                })));
    }

    private static void check(String path, Runnable step) {
        try {
            step.run();
        } catch (DatabaseException e) {
            throw new WorldException(path, e.error().text(Generation.V8));
        }
    }

    /**
     * Executes the statements of an event and tells the {@link ServerListener}s.
     *
     * @throws WorldException with path {@code sql.address} or {@code sql.statements[0]} and the database's error text
     */
    public void happen(Draft draft, WorldEvent.Sql sql) {
        try {
            databases.execute(draft, sql.address(), sql.statements());
        } catch (FailedStatement e) {
            throw new WorldException(
                    "sql.statements[" + e.index() + "]", e.error().text(Generation.V8));
        } catch (DatabaseException e) {
            throw new WorldException("sql.address", e.error().text(Generation.V8));
        }
        listeners.forEach(listener -> listener.changed(draft, sql.address()));
    }

    /**
     * Stops the server at an address, or restarts it with its data.
     *
     * @throws WorldException with the event's field if no server exists at the address
     */
    public void happen(Draft draft, WorldEvent.Member server) {
        requireServer(draft, server.name(), server.change().field());
        if (server.change() == WorldEvent.Change.SERVER_OFFLINE) {
            ServerSetup.stop(draft, server.name());
        } else {
            ServerSetup.start(draft, server.name());
        }
        listeners.forEach(listener -> listener.changed(draft, server.name()));
    }

    private static void requireServer(Draft draft, String address, String path) {
        if (!ServerSetup.isThere(draft, address)) {
            throw new WorldException(path, "There is no server at this address.");
        }
    }

    /** Returns the world with the current state of its databases. */
    public World describe(Draft draft, World rest) {
        boolean anyUpstream = ServerSetup.reaches(draft, Role.UPSTREAM);
        boolean anyDownstream = ServerSetup.reaches(draft, Role.DOWNSTREAM);
        return new World(
                rest.api(),
                rest.pace(),
                rest.masters(),
                rest.workers(),
                rest.leader(),
                rest.seed(),
                describe(draft, Role.UPSTREAM, anyUpstream),
                describe(draft, Role.DOWNSTREAM, anyDownstream),
                anyUpstream,
                anyDownstream,
                ServerSetup.stopped(draft));
    }

    private static @Nullable List<ServerSpec> describe(Draft draft, Role role, boolean any) {
        List<ServerSpec> servers = ServerSetup.pictures(draft, role).stream()
                .map(WorldDatabases::describe)
                .toList();
        return servers.isEmpty() && any ? null : servers;
    }

    private static ServerSpec describe(ServerPicture picture) {
        String user = picture.server().user();
        Map<String, ServerSpec.User> users = new LinkedHashMap<>();
        picture.furtherAccounts().forEach(a -> users.put(a.name(), describe(a)));
        return new ServerSpec(
                picture.server().reachedAt(),
                user,
                user == null ? "" : picture.password(),
                picture.server().variables(),
                users,
                picture.databases(),
                picture.sql(),
                picture.writtenBinlog().map(WorldDatabases::describe).orElse(null),
                picture.rows());
    }

    private static ServerSpec.User describe(Account account) {
        List<String> grants =
                account.grants().list().stream().map(Grants.Grant::text).toList();
        return new ServerSpec.User(account.password(), grants);
    }

    private static ServerSpec.BinlogSpec describe(Binlog binlog) {
        return new ServerSpec.BinlogSpec(
                binlog.position().file(), binlog.position().position(), binlog.transactions());
    }
}
