package dev.dmock.world.database.account;

import dev.dmock.sql.token.DatabaseError;
import dev.dmock.sql.token.Dialect;
import dev.dmock.sql.token.TableName;
import dev.dmock.world.database.model.Account;
import dev.dmock.world.database.model.Server;
import dev.dmock.world.database.model.Variables;
import java.util.Arrays;

/** Checks the privileges of an account on a server, and creates the server's errors. */
public record Access(Account account, Dialect dialect) {

    /** Returns the host of clients as the server reports it: MySQL resolves its name. */
    public static String clientHost(Dialect dialect) {
        return dialect == Dialect.MYSQL ? "localhost" : "127.0.0.1";
    }

    public void requireGlobal(String... anyOf) {
        if (Arrays.stream(anyOf).noneMatch(account.grants()::global)) {
            throw new DatabaseError(
                            1227,
                            "42000",
                            "Access denied; you need (at least one of) the " + String.join(", ", anyOf)
                                    + " privilege(s) for this operation")
                    .asException();
        }
    }

    /**
     * Checks for a read-only server: a read-only TiDB rejects all writes, MySQL accepts writes of accounts with SUPER.
     */
    public void requireWrites(Server server) {
        if (Variables.isOn(server, "tidb_restricted_read_only") || Variables.isOn(server, "tidb_super_read_only")) {
            throw new DatabaseError(1836, "HY000", "Running in read-only mode").asException();
        }
        if (Variables.isOn(server, "read_only") && !account.grants().global("SUPER")) {
            throw new DatabaseError(
                            1290,
                            "HY000",
                            "The MySQL server is running with the --read-only option so it cannot execute this statement")
                    .asException();
        }
    }

    public void requireOnSchema(String privilege, String schema) {
        if (!account.grants().onSchema(privilege, schema)) {
            throw deniedSchema(schema).asException();
        }
    }

    public void requireOnTable(String privilege, TableName table) {
        if (!account.grants().onTable(privilege, table.schema(), table.table())) {
            String host = dialect == Dialect.MYSQL ? clientHost(dialect) : "%";
            throw new DatabaseError(
                            1142,
                            "42000",
                            privilege + " command denied to user '" + account.name() + "'@'" + host + "' for table '"
                                    + table.table() + "'")
                    .asException();
        }
    }

    public void requireSight(String schema) {
        if (!account.grants().seesSchema(schema)) {
            throw deniedSchema(schema).asException();
        }
    }

    private DatabaseError deniedSchema(String schema) {
        return new DatabaseError(
                1044, "42000", "Access denied for user '" + account.name() + "'@'%' to database '" + schema + "'");
    }
}
