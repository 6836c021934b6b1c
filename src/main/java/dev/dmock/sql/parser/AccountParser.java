package dev.dmock.sql.parser;

import dev.dmock.sql.model.Privileges;
import dev.dmock.sql.statement.Statement;
import dev.dmock.sql.token.Dialect;
import dev.dmock.sql.token.TableName;
import dev.dmock.sql.token.Token;
import dev.dmock.sql.token.TokenReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Parses statements about accounts and privileges. */
final class AccountParser {

    private final TokenReader in;

    AccountParser(TokenReader in) {
        this.in = in;
    }

    /** Parses the text after CREATE USER. */
    Statement create() {
        boolean ifNotExists = in.dialect() == Dialect.TIDB && in.accept("IF", "NOT", "EXISTS");
        List<Statement.Credentials> users = in.commaList(this::credentials);
        skipAccountOptions();
        return new Statement.CreateUsers(users, ifNotExists);
    }

    /** Parses the text after ALTER USER. */
    Statement alter() {
        List<Statement.Credentials> users = in.commaList(this::credentials);
        skipAccountOptions();
        if (users.stream().anyMatch(u -> u.password() == null)) {
            throw in.unsupported("alter user");
        }
        return new Statement.SetPasswords(users);
    }

    /** Parses the text after SET PASSWORD. */
    Statement setPassword() {
        in.expect("FOR");
        Statement.AccountName account = account();
        in.expect("=");
        String password;
        if (in.accept("PASSWORD", "(") || in.accept("OLD_PASSWORD", "(")) {
            password = in.string();
            in.expect(")");
        } else if (in.dialect() == Dialect.TIDB || in.peek().text().isEmpty()) {
            password = in.string();
        } else {
            throw in.unsupported("set password = a hash");
        }
        return new Statement.SetPasswords(List.of(new Statement.Credentials(account, password)));
    }

    /** Parses the text after DROP USER. */
    Statement drop() {
        boolean ifExists = in.dialect() == Dialect.TIDB && in.accept("IF", "EXISTS");
        return new Statement.DropUsers(in.commaList(this::account), ifExists);
    }

    /** Parses the text after GRANT. */
    Statement grant() {
        List<String> privileges = privileges();
        in.expect("ON");
        TableName level = level();
        in.expect("TO");
        List<Statement.Credentials> users = in.commaList(this::credentials);
        skipAccountOptions();
        boolean grantOption = in.accept("WITH", "GRANT", "OPTION");
        return new Statement.Grant(privileges, level, users, grantOption);
    }

    /** Parses the text after REVOKE. */
    Statement revoke() {
        if (in.accept("ALL", "PRIVILEGES", ",", "GRANT", "OPTION", "FROM")
                || in.accept("ALL", ",", "GRANT", "OPTION", "FROM")) {
            return new Statement.RevokeAll(in.commaList(this::account));
        }
        List<String> privileges = privileges();
        in.expect("ON");
        TableName level = level();
        in.expect("FROM");
        return new Statement.Revoke(privileges, level, in.commaList(this::account));
    }

    /** Parses the text between GRANT and TO, in the form of the world document. */
    Statement.Grant privilegesOnly() {
        List<String> privileges = privileges();
        in.expect("ON");
        TableName level = level();
        boolean grantOption = in.accept("WITH", "GRANT", "OPTION");
        in.expectEnd();
        return new Statement.Grant(privileges, level, List.of(), grantOption);
    }

    private List<String> privileges() {
        return in.commaList(this::privilege);
    }

    private String privilege() {
        List<String> words = new ArrayList<>();
        while (in.peek().kind() == Token.Kind.WORD && !in.sees("ON") && !in.sees("TO") && !in.sees("FROM")) {
            words.add(in.next().upper());
        }
        String name = String.join(" ", words);
        if (in.sees("(")) {
            throw in.unsupported("privileges on columns");
        }
        Optional<String> known = Privileges.known(name);
        return known.orElseThrow(in::unexpected);
    }

    private TableName level() {
        in.accept("TABLE");
        if (in.accept("*")) {
            return in.accept(".", "*") ? new TableName("*", "*") : new TableName("", "*");
        }
        String first = in.name();
        if (!in.accept(".")) {
            return new TableName("", first);
        }
        if (in.accept("*")) {
            return new TableName(first, "*");
        }
        return new TableName(first, in.name());
    }

    private Statement.Credentials credentials() {
        Statement.AccountName account = account();
        String password = null;
        if (in.accept("IDENTIFIED")) {
            password = identified();
        }
        return new Statement.Credentials(account, password);
    }

    private @Nullable String identified() {
        if (in.accept("WITH")) {
            in.wordOrString();
            if (!in.sees("BY")) {
                return null;
            }
        }
        in.expect("BY");
        if (in.accept("PASSWORD")) {
            throw in.unsupported("identified by password");
        }
        return in.string();
    }

    private Statement.AccountName account() {
        String user = in.wordOrString();
        if (in.peek().kind() != Token.Kind.VARIABLE) {
            return new Statement.AccountName(user, "%");
        }
        String host = in.next().text().substring(1);
        return new Statement.AccountName(user, (host.isEmpty() ? in.wordOrString() : host).toLowerCase(Locale.ROOT));
    }

    private void skipAccountOptions() {
        if (in.accept("REQUIRE")) {
            in.expect("NONE");
        }
    }
}
