package dev.dmock.world.database;

import dev.dmock.space.fact.Draft;
import dev.dmock.sql.token.DatabaseError;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.sql.token.Dialect;
import dev.dmock.world.database.account.Access;
import dev.dmock.world.database.model.Account;
import dev.dmock.world.database.model.Grants;
import dev.dmock.world.database.model.Outage;
import dev.dmock.world.database.model.ReachableServers;
import dev.dmock.world.database.model.Role;
import dev.dmock.world.database.model.Server;
import dev.dmock.world.database.model.ServerStore;
import dev.dmock.world.database.model.SourceAddresses;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The way to the database servers of a space, as DM's masters and workers take it. */
@Component
public class Databases {

    private static final String THIS_MACHINE = "127.0.0.1";
    private static final int LAST_PORT = 65_535;
    private static final String TIDB_PORT = ":4000";

    private final ConnectionFaults disturbance;
    private final SourceAddresses sources;

    public Databases(ConnectionFaults disturbance, SourceAddresses sources) {
        this.disturbance = disturbance;
        this.sources = sources;
    }

    /**
     * Connects to a server and signs in.
     *
     * @param role as what an address is taken that the world does not list, where any address can be reached
     * @param host empty means this machine; {@code localhost} is resolved
     * @throws DatabaseException if nothing listens there or the account is refused, with the driver's text
     */
    public DatabaseSession connect(Draft draft, Role role, String host, long port, String user, String password) {
        if (port < 0 || port > LAST_PORT) {
            throw DatabaseError.plain("dial tcp: address " + port + ": invalid port")
                    .asException();
        }
        String address = address(host, port);
        ServerStore store = ServerStore.find(draft, role, address)
                .filter(there -> !Outage.at(draft, address))
                .orElseThrow(() -> refused(host, port));
        disturb(draft, role, host, port, user, password, store.dialect());
        Account account = account(store, user, password);
        if (account == null || !account.password().equals(password)) {
            throw denied(user, !password.isEmpty(), store.dialect()).asException();
        }
        return new DatabaseSession(store, account);
    }

    private static @Nullable Account account(ServerStore store, String user, String password) {
        return store.server().letsAnybodyIn()
                ? new Account(user, password, Grants.ALL)
                : store.server().accounts().get(user);
    }

    /**
     * A connection that was made before: it outlives a change of the password, and that its server is away shows only when
     * it is used ({@link #isAway}).
     *
     * @throws DatabaseException as {@link #connect}, where something comes between on purpose, or the account is gone
     */
    public DatabaseSession connected(Draft draft, Role role, String host, long port, String user, String password) {
        String address = address(host, port);
        ServerStore store = ServerStore.find(draft, role, address).orElseThrow(() -> refused(host, port));
        disturb(draft, role, host, port, user, password, store.dialect());
        Account account = account(store, user, password);
        if (account == null) {
            throw denied(user, !password.isEmpty(), store.dialect()).asException();
        }
        return new DatabaseSession(store, account);
    }

    /**
     * Begins TLS with a server: a MySQL 5.6 and a TiDB as they are by default do not speak it, what can be at any address does.
     *
     * @throws DatabaseException with the driver's text
     */
    public void beginTls(Draft draft, Role role, String host, long port) {
        boolean refused = !isAway(draft, host, port)
                && ServerStore.find(draft, role, address(host, port))
                        .filter(store -> !store.server().letsAnybodyIn())
                        .isPresent();
        if (refused) {
            throw DatabaseError.plain("TLS requested but server does not support TLS")
                    .asException();
        }
    }

    private void disturb(
            Draft draft, Role role, String host, long port, String user, String password, Dialect dialect) {
        disturbance.refuse(draft, role, address(host, port)).ifPresent(how -> {
            throw switch (how) {
                case UNREACHABLE -> refused(host, port);
                case ACCESS_DENIED -> denied(user, !password.isEmpty(), dialect).asException();
                case TOO_MANY_CONNECTIONS -> tooMany(dialect).asException();
            };
        });
    }

    /** Whether the server at an address does not run now. */
    public static boolean isAway(Draft draft, String host, long port) {
        return Outage.at(draft, address(host, port));
    }

    /** Whether an account is let in at an address of upstreams now, whatever disturbs connections on purpose. */
    public static boolean admits(Draft draft, String host, long port, String user, String password) {
        Optional<ServerStore> store = ServerStore.find(draft, Role.UPSTREAM, address(host, port));
        return store.isPresent()
                && !isAway(draft, host, port)
                && (store.get().server().letsAnybodyIn()
                        || Optional.ofNullable(store.get().server().accounts().get(user))
                                .filter(account -> account.password().equals(password))
                                .isPresent());
    }

    private static DatabaseException refused(String host, long port) {
        String shown = host.isEmpty() ? ":" + port : address(host, port);
        return DatabaseError.plain("dial tcp " + shown + ": connect: connection refused")
                .asException();
    }

    /** MySQL says so before it knows what the client understands, and leaves the SQL state out. */
    private static DatabaseError tooMany(Dialect dialect) {
        return dialect == Dialect.MYSQL
                ? DatabaseError.plain("Error 1040: Too many connections")
                : new DatabaseError(1040, "08004", "Too many connections");
    }

    private static DatabaseError denied(String user, boolean withPassword, Dialect dialect) {
        return new DatabaseError(
                1045,
                "28000",
                "Access denied for user '" + user + "'@'" + Access.clientHost(dialect) + "' (using password: "
                        + (withPassword ? "YES" : "NO") + ")");
    }

    /** The server at an address, as its own administrator; empty if nothing listens there. */
    public Optional<DatabaseSession> administer(Draft draft, Role role, String address) {
        return ServerStore.find(draft, role, address).map(Databases::administer);
    }

    private static DatabaseSession administer(ServerStore store) {
        String user = store.server().user();
        return new DatabaseSession(store, new Account(user == null ? "root" : user, "", Grants.ALL));
    }

    /** {@code host:port} as servers are known by: {@code localhost} and an empty host are 127.0.0.1. */
    public static String address(String host, long port) {
        String resolved = host.isEmpty() || host.equalsIgnoreCase("localhost") ? THIS_MACHINE : host;
        return (resolved.contains(":") && !resolved.startsWith("[") ? "[" + resolved + "]" : resolved) + ":" + port;
    }

    /**
     * Which of the servers at an address statements are for, if nobody says so: one that sources point at is an upstream. A server
     * that is not kept yet is a downstream if only those can be anywhere, or if it is on TiDB's port.
     */
    private Role roleOf(Draft draft, String address) {
        ReachableServers reach = ReachableServers.of(draft);
        if (reach.anyUpstream() && sources.contain(draft, address)) {
            return Role.UPSTREAM;
        }
        boolean downstream = reach.anyDownstream() && (!reach.anyUpstream() || address.endsWith(TIDB_PORT));
        return draft.find(Server.KIND, address).map(Server::role).orElse(downstream ? Role.DOWNSTREAM : Role.UPSTREAM);
    }

    /** The server at an address, upstream or downstream, as its own administrator; empty if nothing listens there. */
    public Optional<DatabaseSession> administer(Draft draft, String address) {
        return administer(draft, roleOf(draft, address), address);
    }

    /**
     * Executes statements one after the other with all privileges on the server at an address, upstream or downstream;
     * upstream they go into the binlog.
     *
     * @throws FailedStatement with the database's error; the draft is then half done and has to be given up
     */
    public void execute(Draft draft, String address, List<String> statements) {
        ServerStore store = ServerStore.find(draft, roleOf(draft, address), address)
                .filter(there -> !Outage.at(draft, address))
                .orElseThrow(() -> DatabaseError.plain("dial tcp " + address + ": connect: connection refused")
                        .asException());
        Access access = new Access(administer(store).account(), store.dialect());
        StatementRunner runner = new StatementRunner(store, access, "");
        for (int i = 0; i < statements.size(); i++) {
            try {
                runner.run(statements.get(i));
            } catch (DatabaseException e) {
                throw new FailedStatement(i, e.error());
            }
        }
        runner.end();
    }
}
