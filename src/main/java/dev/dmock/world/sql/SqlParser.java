package dev.dmock.world.sql;

import dev.dmock.space.Generation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads statements by recursive descent, so that a mistake is found at the same word as in the databases' own parsers. */
public final class SqlParser {

    /** What the databases execute, but this one not. */
    private static final Set<String> OTHERS = Set.of(
            "SELECT",
            "SHOW",
            "DESC",
            "DESCRIBE",
            "EXPLAIN",
            "CALL",
            "DO",
            "LOAD",
            "LOCK",
            "UNLOCK",
            "BEGIN",
            "START",
            "COMMIT",
            "ROLLBACK",
            "SAVEPOINT",
            "RELEASE",
            "ANALYZE",
            "OPTIMIZE",
            "CHECK",
            "REPAIR",
            "CHECKSUM",
            "CHANGE",
            "STOP",
            "KILL",
            "PREPARE",
            "EXECUTE",
            "DEALLOCATE",
            "HANDLER",
            "INSTALL",
            "UNINSTALL",
            "XA",
            "CACHE",
            "WITH");

    private final TokenReader in;

    private SqlParser(TokenReader in) {
        this.in = in;
    }

    /**
     * Reads one statement, which may end in a semicolon.
     *
     * @throws DatabaseException with what the server answers: 1064 for a mistake, 1235 for what is not executed here
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
                throw Errors.notSupported(dialect, other.sql()).asException();
            }
            return statement;
        } catch (Misread e) {
            throw e.asServer(dialect).asException();
        }
    }

    /** Reads all statements of a text as TiDB's parser of that generation of DM does. */
    static List<Statement> parseAll(String sql, Generation generation) {
        SqlParser parser = new SqlParser(new TokenReader(sql, Dialect.TIDB, generation == Generation.V8));
        List<Statement> all = new ArrayList<>();
        while (true) {
            while (parser.in.accept(";")) {
                // an empty statement is none
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

    /** Error 1064 for a name that is not one name when it stands between back quotes as it is, as DM writes it. */
    public static void requireName(String name, Dialect dialect) {
        TokenReader reader = new TokenReader("SHOW TABLES FROM `" + name + "`", dialect);
        try {
            reader.expect("SHOW", "TABLES", "FROM");
            reader.name();
            reader.expectEnd();
        } catch (Misread e) {
            throw e.asServer(dialect).asException();
        }
    }

    /** The privileges of a grant as the world document has it: {@code SELECT ON db1.*}. */
    public static Statement.Grant grant(String text) {
        try {
            return new AccountParser(new TokenReader(text, Dialect.MYSQL)).privilegesOnly();
        } catch (Misread e) {
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
            new SelectReader(in).tables();
            return new Statement.Other(
                    in.sql().substring(start, in.peek().start()).strip());
        }
        switch (word) {
            case "CREATE":
                in.next();
                return create();
            case "ALTER":
                in.next();
                return alter();
            case "DROP":
                in.next();
                return drop();
            case "TRUNCATE":
                in.next();
                in.accept("TABLE");
                return new Statement.Truncate(in.tableName());
            case "RENAME":
                in.next();
                return rename();
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
                return set();
            case "USE":
                in.next();
                return new Statement.Use(in.name());
            default:
                throw in.unexpected();
        }
    }

    private Statement create() {
        if (in.accept("TABLE")) {
            return new TableParser(in).create();
        } else if (in.sees("TEMPORARY", "TABLE")) {
            throw in.unsupported("temporary tables");
        } else if (in.accept("DATABASE") || in.accept("SCHEMA")) {
            boolean ifNotExists = in.accept("IF", "NOT", "EXISTS");
            return new Statement.CreateDatabase(in.name(), ifNotExists, new OptionParser(in).ofSchema());
        } else if (in.accept("USER")) {
            return new AccountParser(in).create();
        } else if (in.accept("INDEX")) {
            return index(Index.Kind.PLAIN);
        } else if (in.accept("UNIQUE", "INDEX")) {
            return index(Index.Kind.UNIQUE);
        } else if (in.accept("FULLTEXT", "INDEX")) {
            return index(Index.Kind.FULLTEXT);
        } else if (in.accept("SPATIAL", "INDEX")) {
            return index(Index.Kind.SPATIAL);
        } else if (in.sees("VIEW") || in.sees("OR") || in.sees("ALGORITHM") || in.sees("DEFINER") || in.sees("SQL")) {
            return view();
        }
        throw otherObject("create");
    }

    private RuntimeException otherObject(String verb) {
        boolean known = in.sees("TRIGGER")
                || in.sees("PROCEDURE")
                || in.sees("FUNCTION")
                || in.sees("EVENT")
                || in.sees("SERVER")
                || in.sees("TABLESPACE")
                || in.sees("LOGFILE");
        return known ? in.unsupported(verb + ' ' + in.peek().text()) : in.unexpected();
    }

    private Statement index(Index.Kind kind) {
        String name = in.name();
        KeyParser keys = new KeyParser(in);
        String using = in.accept("USING") ? in.expectAny("BTREE", "HASH") : null;
        in.expect("ON");
        TableName table = in.tableName();
        KeyDef.IndexDef index = keys.behindName(kind, name);
        return new Statement.CreateIndex(
                new KeyDef.IndexDef(
                        kind,
                        name,
                        index.parts(),
                        null,
                        index.using() == null ? using : index.using(),
                        index.comment()),
                table);
    }

    private Statement view() {
        boolean orReplace = in.accept("OR", "REPLACE");
        while (!in.accept("VIEW")) {
            if (in.atEnd()) {
                throw in.unexpected();
            }
            in.next();
        }
        TableName name = in.tableName();
        List<String> columns = in.sees("(") ? in.inParentheses(in::name) : List.of();
        in.expect("AS");
        if (!in.sees("SELECT") && !in.sees("(")) {
            throw in.unexpected();
        }
        int start = in.peek().start();
        List<TableName> reads = new SelectReader(in).tables();
        String select = in.sql().substring(start, in.peek().start()).strip();
        return new Statement.CreateView(name, orReplace, columns, select, reads);
    }

    private Statement alter() {
        if (in.accept("TABLE") || in.accept("IGNORE", "TABLE")) {
            return new TableParser(in).alter();
        } else if (in.accept("DATABASE") || in.accept("SCHEMA")) {
            OptionParser options = new OptionParser(in);
            String name = options.seesOption() ? "" : in.name();
            List<TableOption> all = options.ofSchema();
            if (all.isEmpty()) {
                throw in.unexpected();
            }
            return new Statement.AlterDatabase(name, all);
        } else if (in.accept("USER")) {
            return new AccountParser(in).alter();
        } else if (in.sees("VIEW")) {
            throw in.unsupported("alter view");
        }
        throw otherObject("alter");
    }

    private Statement drop() {
        if (in.accept("TABLE") || in.accept("TABLES")) {
            boolean ifExists = in.accept("IF", "EXISTS");
            List<TableName> names = in.commaList(in::tableName);
            skipBehaviour();
            return new Statement.DropTables(names, ifExists);
        } else if (in.accept("DATABASE") || in.accept("SCHEMA")) {
            boolean ifExists = in.accept("IF", "EXISTS");
            return new Statement.DropDatabase(in.name(), ifExists);
        } else if (in.accept("VIEW")) {
            boolean ifExists = in.accept("IF", "EXISTS");
            List<TableName> names = in.commaList(in::tableName);
            skipBehaviour();
            return new Statement.DropViews(names, ifExists);
        } else if (in.accept("INDEX")) {
            if (in.dialect() == Dialect.TIDB) {
                in.accept("IF", "EXISTS");
            }
            String name = in.name();
            in.expect("ON");
            return new Statement.DropIndex(name, in.tableName());
        } else if (in.accept("USER")) {
            return new AccountParser(in).drop();
        } else if (in.sees("TEMPORARY")) {
            throw in.unsupported("temporary tables");
        }
        throw otherObject("drop");
    }

    private void skipBehaviour() {
        if (!in.accept("RESTRICT")) {
            in.accept("CASCADE");
        }
    }

    private Statement rename() {
        if (in.sees("USER")) {
            throw in.unsupported("rename user");
        }
        in.expect("TABLE");
        return new Statement.RenameTables(in.commaList(() -> {
            TableName old = in.tableName();
            in.expect("TO");
            return new Statement.Renaming(old, in.tableName());
        }));
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

    private Statement set() {
        if (in.accept("PASSWORD")) {
            return new AccountParser(in).setPassword();
        }
        boolean global = in.accept("GLOBAL");
        String name;
        if (!global && in.peek().upper().startsWith("@@GLOBAL") && in.peek(1).is(".")) {
            in.next();
            in.expect(".");
            name = in.name();
        } else if (!global) {
            throw in.peek().kind() == Token.Kind.END ? in.unexpected() : in.unsupported("set of a session");
        } else {
            name = in.name();
        }
        if (!in.accept(":=")) {
            in.expect("=");
        }
        boolean literal =
                in.peek().kind() == Token.Kind.WORD && !in.sees("NULL") && !in.sees("TRUE") && !in.sees("FALSE");
        Literal value = literal ? Literal.string(in.next().text()) : new ColumnParser(in).constant();
        return new Statement.SetGlobal(name, value);
    }
}
