package dev.dmock.sql.parser;

import dev.dmock.sql.expression.ExpressionParser;
import dev.dmock.sql.statement.Statement;
import dev.dmock.sql.token.DatabaseError;
import dev.dmock.sql.token.DatabaseErrors;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.sql.token.Dialect;
import dev.dmock.sql.token.StatementError;
import dev.dmock.sql.token.SyntaxError;
import dev.dmock.sql.token.TableName;
import dev.dmock.sql.token.Token;
import dev.dmock.sql.token.TokenReader;
import dev.dmock.version.Generation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A recursive-descent parser that reports a syntax error at the same token as the databases' own parsers. */
public final class SqlParser {

    /** Statements that the databases support and DMock does not. */
    private static final Set<String> OTHERS = Set.of(
            "SELECT",
            "SHOW",
            "DESC",
            "DESCRIBE",
            "EXPLAIN",
            "DO",
            "LOAD",
            "SAVEPOINT",
            "RELEASE",
            "CHANGE",
            "STOP",
            "KILL",
            "PREPARE",
            "EXECUTE",
            "DEALLOCATE",
            "HANDLER",
            "INSTALL",
            "UNINSTALL",
            "CACHE",
            "WITH");

    private static final int MAX_NAME_LENGTH = 64;
    private static final int MAX_NAME_BYTES = 3 * MAX_NAME_LENGTH;

    private final TokenReader in;

    private SqlParser(TokenReader in) {
        this.in = in;
    }

    /**
     * Parses one statement, which may end in a semicolon.
     *
     * @throws DatabaseException with the server's error: 1064 for a syntax error, 1235 for an unsupported statement
     */
    public static Statement parse(String sql, Dialect dialect) {
        SqlParser parser = new SqlParser(new TokenReader(sql, dialect));
        if (parser.in.atEnd()) {
            throw new DatabaseError(1065, "42000", "Query was empty").asException();
        }
        try {
            Statement statement = parser.statement();
            parser.in.expectEnd();
            if (statement instanceof Statement.Other other) {
                throw DatabaseErrors.notSupported(dialect, other.sql()).asException();
            }
            return statement;
        } catch (StatementError e) {
            throw e.asServer(dialect).asException();
        }
    }

    /** Parses all statements of a text as TiDB's parser in that generation of DM does. */
    public static List<Statement> parseAll(String sql, Generation generation) {
        SqlParser parser = new SqlParser(new TokenReader(sql, Dialect.TIDB, generation == Generation.V8));
        List<Statement> all = new ArrayList<>();
        while (true) {
            while (parser.in.accept(";")) {
                // skips empty statements
            }
            if (parser.in.atEnd()) {
                return all;
            }
            all.add(parser.statement());
            if (!parser.in.atEnd()) {
                parser.in.expect(";");
            }
        }
    }

    /** Throws error 1059 or 1102 for an invalid schema name. */
    public static void requireSchemaName(String name) {
        if (name.isEmpty() || name.endsWith(" ") || name.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES) {
            throw DatabaseErrors.wrongDatabaseName(name).asException();
        } else if (name.codePointCount(0, name.length()) > MAX_NAME_LENGTH) {
            throw DatabaseErrors.nameTooLong(name).asException();
        }
    }

    /**
     * Returns the syntax error of TiDB's parser for a SELECT of an expression. An alias, clauses and statements may follow
     * the expression; they are not checked.
     */
    public static Optional<String> mistakeInExpression(String expression) {
        TokenReader reader = new TokenReader("select " + expression, Dialect.TIDB);
        try {
            reader.expect("SELECT");
            if (!reader.accept("*")) {
                new ExpressionParser(reader).expression();
            }
            Token.Kind next = reader.peek().kind();
            boolean more = next == Token.Kind.WORD || next == Token.Kind.QUOTED_NAME || next == Token.Kind.STRING;
            if (!more && !reader.sees(",") && !reader.sees(";")) {
                reader.expectEnd();
            }
            return Optional.empty();
        } catch (SyntaxError e) {
            return Optional.of(e.parserText());
        } catch (StatementError | DatabaseException notUnderstoodHere) {
            return Optional.empty();
        }
    }

    /** Parses a grant in the form of the world document: {@code SELECT ON db1.*}. */
    public static Statement.Grant grant(String text) {
        try {
            return new AccountParser(new TokenReader(text, Dialect.MYSQL)).privilegesOnly();
        } catch (StatementError e) {
            throw e.asServer(Dialect.MYSQL).asException();
        }
    }

    private Statement statement() {
        Token first = in.peek();
        String word = first.kind() == Token.Kind.WORD ? first.upper() : "";
        if (DmlParser.seesChange(in)) {
            return new Statement.Dml(new DmlParser(in).change());
        }
        if (OTHERS.contains(word)) {
            int start = first.start();
            new SelectParser(in).tables();
            return new Statement.Other(
                    in.sql().substring(start, in.peek().start()).strip());
        }
        switch (word) {
            case "CREATE":
                in.next();
                return new ObjectParser(in).create();
            case "ALTER":
                in.next();
                return new ObjectParser(in).alter();
            case "DROP":
                in.next();
                return new ObjectParser(in).drop();
            case "TRUNCATE":
                in.next();
                in.accept("TABLE");
                return new Statement.Truncate(in.tableName());
            case "RENAME":
                in.next();
                return new ObjectParser(in).rename();
            case "GRANT":
                in.next();
                return new AccountParser(in).grant();
            case "REVOKE":
                in.next();
                return new AccountParser(in).revoke();
            case "FLUSH":
                in.next();
                return flush();
            case "PURGE":
                in.next();
                in.expectAny("BINARY", "MASTER");
                in.expect("LOGS", "TO");
                return new Statement.PurgeLogs(in.string());
            case "RESET":
                in.next();
                in.expect("MASTER");
                return new Statement.ResetMaster();
            case "SET":
                in.next();
                return new SetParser(in).set();
            case "CALL":
                in.next();
                return new ProgramParser(in).call();
            case "ANALYZE", "OPTIMIZE", "REPAIR", "CHECK", "CHECKSUM":
                return maintenance(in.next().upper());
            case "LOCK", "UNLOCK":
                return locks(in.next().upper());
            case "BEGIN", "START", "COMMIT", "ROLLBACK", "XA":
                return new TransactionParser(in).statement();
            case "USE":
                in.next();
                return new Statement.Use(in.name());
            default:
                throw in.unexpected();
        }
    }

    private Statement maintenance(String verb) {
        boolean logged = verb.equals("ANALYZE") || verb.equals("OPTIMIZE") || verb.equals("REPAIR");
        boolean local = logged && (in.accept("NO_WRITE_TO_BINLOG") || in.accept("LOCAL"));
        if (!in.accept("TABLES")) {
            in.expect("TABLE");
        }
        List<TableName> tables = in.commaList(in::tableName);
        while (in.acceptAny("QUICK", "EXTENDED", "USE_FRM", "FAST", "MEDIUM", "CHANGED")
                .isPresent()) {
            // the option has no effect here
        }
        if (in.dialect() == Dialect.TIDB && !verb.equals("ANALYZE")) {
            throw in.unsupported(verb + " TABLE");
        }
        return new Statement.Maintenance(tables, logged && !local);
    }

    private Statement locks(String verb) {
        if (!in.accept("TABLES")) {
            in.expect("TABLE");
        }
        if (verb.equals("LOCK")) {
            in.commaList(() -> {
                TableName table = in.tableName();
                if (in.accept("AS") || in.seesName()) {
                    in.next();
                }
                in.accept("LOW_PRIORITY");
                if (in.accept("READ")) {
                    in.accept("LOCAL");
                } else {
                    in.expect("WRITE");
                }
                return table;
            });
        }
        return new Statement.LockTables();
    }

    private Statement flush() {
        if (!in.accept("NO_WRITE_TO_BINLOG")) {
            in.accept("LOCAL");
        }
        if (in.accept("LOGS") || in.accept("BINARY", "LOGS")) {
            return new Statement.FlushLogs();
        } else if (in.acceptAny("PRIVILEGES", "STATUS", "HOSTS", "USER_RESOURCES")
                .isPresent()) {
            return new Statement.Nothing();
        } else if (in.sees("TABLES") || in.sees("TABLE") || in.sees("ERROR") || in.sees("ENGINE")) {
            throw in.unsupported("flush " + in.peek().text());
        }
        throw in.unexpected();
    }
}
