package dev.dmock.sql.parser;

import dev.dmock.sql.model.Index;
import dev.dmock.sql.model.TableOption;
import dev.dmock.sql.statement.KeyDefinition;
import dev.dmock.sql.statement.Statement;
import dev.dmock.sql.token.Dialect;
import dev.dmock.sql.token.TableName;
import dev.dmock.sql.token.TokenReader;
import java.util.List;

/** Parses statements that create, alter and drop schemas, tables, views, indexes and accounts. */
final class ObjectParser {

    private final TokenReader in;

    ObjectParser(TokenReader in) {
        this.in = in;
    }

    /** Parses the text after CREATE. */
    Statement create() {
        if (in.accept("TABLE")) {
            return new TableParser(in).create();
        } else if (ProgramParser.sees(in)) {
            return new ProgramParser(in).create();
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
            return view(false);
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
        KeyDefinition.IndexDef index = keys.behindName(kind, name);
        return new Statement.CreateIndex(
                new KeyDefinition.IndexDef(
                        kind,
                        name,
                        index.parts(),
                        null,
                        index.using() == null ? using : index.using(),
                        index.comment()),
                table);
    }

    private Statement view(boolean alters) {
        boolean orReplace = alters || in.accept("OR", "REPLACE");
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
        List<TableName> reads = new SelectParser(in).tables();
        String select = in.sql().substring(start, in.peek().start()).strip();
        return new Statement.CreateView(name, orReplace, alters, columns, select, reads);
    }

    /** Parses the text after ALTER. */
    Statement alter() {
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
        } else if (in.sees("VIEW")
                || in.sees("ALGORITHM")
                || in.sees("SQL")
                || (in.sees("DEFINER") && !ProgramParser.sees(in))) {
            return view(true);
        } else if (ProgramParser.sees(in)) {
            throw in.unsupported("alter of a stored program");
        }
        throw otherObject("alter");
    }

    /** Parses the text after DROP. */
    Statement drop() {
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
        } else if (ProgramParser.sees(in)) {
            return new ProgramParser(in).drop();
        }
        throw otherObject("drop");
    }

    private void skipBehaviour() {
        if (!in.accept("RESTRICT")) {
            in.accept("CASCADE");
        }
    }

    /** Parses the text after RENAME. */
    Statement rename() {
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
}
