package dev.dmock.world.database.account;

import dev.dmock.sql.statement.Statement;
import dev.dmock.sql.token.DatabaseError;
import dev.dmock.sql.token.DatabaseErrors;
import dev.dmock.sql.token.Dialect;
import dev.dmock.world.database.model.Account;
import dev.dmock.world.database.model.Grants;
import dev.dmock.world.database.model.ServerStore;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Executes statements about accounts and privileges. */
public final class AccountRunner {

    private static final String ANY_HOST = "%";

    private final ServerStore store;

    public AccountRunner(ServerStore store) {
        this.store = store;
    }

    public void create(Statement.CreateUsers statement) {
        for (Statement.Credentials user : statement.users()) {
            requireAnyHost(user.account());
            if (find(user.account()) != null) {
                if (statement.ifNotExists()) {
                    continue;
                }
                throw failed("CREATE USER", List.of(user.account()));
            }
            put(new Account(user.account().user(), Objects.requireNonNullElse(user.password(), ""), Grants.NONE));
        }
    }

    public void setPasswords(Statement.SetPasswords statement) {
        for (Statement.Credentials user : statement.users()) {
            Account account = find(user.account());
            if (account == null) {
                throw noSuchUser();
            }
            put(new Account(account.name(), Objects.requireNonNullElse(user.password(), ""), account.grants()));
        }
    }

    public void drop(Statement.DropUsers statement) {
        List<Statement.AccountName> missing =
                statement.users().stream().filter(u -> find(u) == null).toList();
        if (!missing.isEmpty() && !statement.ifExists()) {
            throw failed("DROP USER", missing);
        }
        for (Statement.AccountName user : statement.users()) {
            requireNotAdministrator(user);
            store.put(store.server().withoutAccount(user.user()));
        }
    }

    /** Grants privileges; MySQL 5.6 creates the account if the GRANT has a password. */
    public void grant(Statement.Grant statement, String schema) {
        Grants.Grant grant = level(statement, schema);
        for (Statement.Credentials user : statement.users()) {
            requireAnyHost(user.account());
            Account account = find(user.account());
            if (account == null) {
                if (user.password() == null || store.dialect() == Dialect.TIDB) {
                    throw store.dialect() == Dialect.TIDB
                            ? new DatabaseError(1410, "42000", "You are not allowed to create a user with GRANT")
                                    .asException()
                            : noSuchUser();
                }
                account = new Account(user.account().user(), user.password(), Grants.NONE);
            }
            String password = Objects.requireNonNullElse(user.password(), account.password());
            put(new Account(account.name(), password, account.grants().with(grant)));
        }
    }

    /** Returns the grant of a statement, with its level resolved. */
    public static Grants.Grant level(Statement.Grant statement, String schema) {
        String on = statement.level().schema().isEmpty()
                ? schema
                : statement.level().schema();
        if (on.isEmpty()) {
            throw DatabaseErrors.noDatabaseSelected().asException();
        }
        return new Grants.Grant(statement.privileges(), on, statement.level().table(), statement.grantOption());
    }

    public void revoke(Statement.Revoke statement, String schema) {
        String on = statement.level().schema().isEmpty()
                ? schema
                : statement.level().schema();
        for (Statement.AccountName user : statement.users()) {
            requireNotAdministrator(user);
            Account account = find(user);
            if (account == null
                    || !account.grants().hasLevel(on, statement.level().table())) {
                throw new DatabaseError(
                                1141,
                                "42000",
                                "There is no such grant defined for user '" + user.user() + "' on host '" + user.host()
                                        + "'")
                        .asException();
            }
            put(new Account(
                    account.name(),
                    account.password(),
                    account.grants()
                            .without(
                                    statement.privileges(),
                                    on,
                                    statement.level().table())));
        }
    }

    public void revokeAll(Statement.RevokeAll statement) {
        for (Statement.AccountName user : statement.users()) {
            requireNotAdministrator(user);
            Account account = find(user);
            if (account == null) {
                throw new DatabaseError(
                                1269, "HY000", "Can't revoke all privileges for one or more of the requested users")
                        .asException();
            }
            put(new Account(account.name(), account.password(), Grants.NONE));
        }
    }

    private @Nullable Account find(Statement.AccountName name) {
        return name.host().equals(ANY_HOST) ? store.server().accounts().get(name.user()) : null;
    }

    private void put(Account account) {
        store.put(store.server().withAccount(account));
    }

    private void requireAnyHost(Statement.AccountName name) {
        if (!name.host().equals(ANY_HOST)) {
            throw DatabaseErrors.notSupported(store.dialect(), "an account of the host " + name.host())
                    .asException();
        }
    }

    /** Protects the administrator, the account with all privileges that the world document requires. */
    private void requireNotAdministrator(Statement.AccountName name) {
        if (name.user().equals(store.server().user())) {
            throw DatabaseErrors.notSupported(store.dialect(), "taking something from " + name.user())
                    .asException();
        }
    }

    private static RuntimeException failed(String what, List<Statement.AccountName> users) {
        String names =
                users.stream().map(u -> "'" + u.user() + "'@'" + u.host() + "'").collect(Collectors.joining(","));
        return new DatabaseError(1396, "HY000", "Operation " + what + " failed for " + names).asException();
    }

    private static RuntimeException noSuchUser() {
        return new DatabaseError(1133, "42000", "Can't find any matching row in the user table").asException();
    }
}
