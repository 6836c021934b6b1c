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

/** Connects DM's masters and workers to the database servers of a space. */
@Component
public class Databases {

    private static final String LOOPBACK = "127.0.0.1";
    private static final int MAX_PORT = 65_535;
    private static final String TIDB_PORT = ":4000";

    private final ConnectionFaults faults;
    private final SourceAddresses sources;

    public Databases(ConnectionFaults faults, SourceAddresses sources) {
        this.faults = faults;
        this.sources = sources;
    }

    /**
     * Connects to a server and authenticates.
     *
     * @param role the role of an unlisted address, where any address is reachable
     * @param host empty means this machine; {@code localhost} is resolved
     * @throws DatabaseException if the connection or the account is refused, with the driver's text
     */
    public DatabaseSession connect(Draft draft, Role role, String host, long port, String user, String password) {
        if (port < 0 || port > MAX_PORT) {
            throw DatabaseError.plain("dial tcp: address " + port + ": invalid port")
                    .asException();
        }
        String address = address(host, port);
        ServerStore store = ServerStore.find(draft, role, address)
                .filter(there -> !Outage.at(draft, address))
                .orElseThrow(() -> refused(host, port));
        requireNoFault(draft, role, host, port, user, password, store.dialect());
        Account account = account(store, user, password);
        if (account == null || !account.password().equals(password)) {
            throw denied(user, !password.isEmpty(), store.dialect()).asException();
        }
        return new DatabaseSession(store, account);
    }

    private static @Nullable Account account(ServerStore store, String user, String password) {
        return store.server().acceptsAnyAccount()
                ? new Account(user, password, Grants.ALL)
                : store.server().accounts().get(user);
    }

    /**
     * Returns an established connection. It survives a password change; callers check for a stopped server with
     * {@link #isAway}.
     *
     * @throws DatabaseException as {@link #connect}, for an injected fault or a dropped account
     */
    public DatabaseSession connected(Draft draft, Role role, String host, long port, String user, String password) {
        String address = address(host, port);
        ServerStore store = ServerStore.find(draft, role, address).orElseThrow(() -> refused(host, port));
        requireNoFault(draft, role, host, port, user, password, store.dialect());
        Account account = account(store, user, password);
        if (account == null) {
            throw denied(user, !password.isEmpty(), store.dialect()).asException();
        }
        return new DatabaseSession(store, account);
    }

    /**
     * Starts TLS with a server. MySQL 5.6 and TiDB reject it by default; a server that accepts any account supports it.
     *
     * @throws DatabaseException with the driver's text
     */
    public void beginTls(Draft draft, Role role, String host, long port) {
        boolean refused = !isAway(draft, host, port)
                && ServerStore.find(draft, role, address(host, port))
                        .filter(store -> !store.server().acceptsAnyAccount())
                        .isPresent();
        if (refused) {
            throw DatabaseError.plain("TLS requested but server does not support TLS")
                    .asException();
        }
    }

    private void requireNoFault(
            Draft draft, Role role, String host, long port, String user, String password, Dialect dialect) {
        faults.refuse(draft, role, address(host, port)).ifPresent(how -> {
            throw switch (how) {
                case UNREACHABLE -> refused(host, port);
                case ACCESS_DENIED -> denied(user, !password.isEmpty(), dialect).asException();
                case TOO_MANY_CONNECTIONS -> tooManyConnections(dialect).asException();
            };
        });
    }

    /** Returns whether the server at an address is stopped. */
    public static boolean isAway(Draft draft, String host, long port) {
        return Outage.at(draft, address(host, port));
    }

    /** Returns whether an upstream address accepts an account now, regardless of injected connection faults. */
    public static boolean admits(Draft draft, String host, long port, String user, String password) {
        Optional<ServerStore> store = ServerStore.find(draft, Role.UPSTREAM, address(host, port));
        return store.isPresent()
                && !isAway(draft, host, port)
                && (store.get().server().acceptsAnyAccount()
                        || Optional.ofNullable(store.get().server().accounts().get(user))
                                .filter(account -> account.password().equals(password))
                                .isPresent());
    }

    private static DatabaseException refused(String host, long port) {
        String shown = host.isEmpty() ? ":" + port : address(host, port);
        return DatabaseError.plain("dial tcp " + shown + ": connect: connection refused")
                .asException();
    }

    /** Returns the error for too many connections; MySQL sends it before the handshake, without SQL state. */
    private static DatabaseError tooManyConnections(Dialect dialect) {
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

    /** Returns an administrator session for the server at an address; empty if no server listens there. */
    public Optional<DatabaseSession> administer(Draft draft, Role role, String address) {
        return ServerStore.find(draft, role, address).map(Databases::administer);
    }

    private static DatabaseSession administer(ServerStore store) {
        String user = store.server().user();
        return new DatabaseSession(store, new Account(user == null ? "root" : user, "", Grants.ALL));
    }

    /** Normalizes a server address to {@code host:port}: {@code localhost} and an empty host become 127.0.0.1. */
    public static String address(String host, long port) {
        String resolved = host.isEmpty() || host.equalsIgnoreCase("localhost") ? LOOPBACK : host;
        return (resolved.contains(":") && !resolved.startsWith("[") ? "[" + resolved + "]" : resolved) + ":" + port;
    }

    /**
     * Returns the default role for statements at an address: upstream if a source points at it. A server not stored yet
     * is a downstream if only downstreams are reachable at any address, or if it uses TiDB's port.
     */
    private Role roleOf(Draft draft, String address) {
        ReachableServers reach = ReachableServers.of(draft);
        if (reach.anyUpstream() && sources.contain(draft, address)) {
            return Role.UPSTREAM;
        }
        boolean downstream = reach.anyDownstream() && (!reach.anyUpstream() || address.endsWith(TIDB_PORT));
        return draft.find(Server.KIND, address).map(Server::role).orElse(downstream ? Role.DOWNSTREAM : Role.UPSTREAM);
    }

    /**
     * Returns an administrator session for the upstream or downstream at an address; empty if no server listens there.
     */
    public Optional<DatabaseSession> administer(Draft draft, String address) {
        return administer(draft, roleOf(draft, address), address);
    }

    /**
     * Executes statements in order with all privileges on the upstream or downstream at an address; an upstream logs
     * them in its binlog.
     *
     * @throws FailedStatement with the database's error; the draft is then incomplete and must be discarded
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
