package dev.dmock.sql.structure;

import dev.dmock.sql.model.Charsets;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.parser.SqlParser;
import dev.dmock.sql.statement.Statement;
import dev.dmock.sql.token.DatabaseError;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.sql.token.Dialect;
import dev.dmock.sql.token.StatementError;
import dev.dmock.sql.token.TableName;
import dev.dmock.version.Generation;
import java.util.List;
import java.util.Optional;

/** Structures of tables as text: verified against MySQL 5.6.21, TiDB v8.1.0 and the parsers of DM v5.3.0 and v8.1.0. */
public final class Structures {

    private static final String SYNTAX = "[parser:1149]You have an error in your SQL syntax; check the manual that"
            + " corresponds to your MySQL server version for the right syntax to use";

    private Structures() {}

    /** What TiDB's text says of a primary key where the structure itself does not say whether it is clustered. */
    public enum Clustering {
        CLUSTERED,
        NONCLUSTERED
    }

    /** MySQL 5.6's SHOW CREATE TABLE, on several lines. */
    public static String mysql(String table, TableStructure structure) {
        return new MysqlText(table, structure).print();
    }

    /** TiDB's SHOW CREATE TABLE, on several lines. */
    public static String tidb(String table, TableStructure structure, Clustering unsaid) {
        return tidb(table, structure, unsaid, Generation.V8);
    }

    /** The same of the TiDB inside that generation of DM. */
    public static String tidb(String table, TableStructure structure, Clustering unsaid, Generation generation) {
        return new TidbText(table, structure, unsaid, generation).print();
    }

    /** TiDB's text on one line, as the schema operations of DM answer it. */
    public static String oneLine(String tidbText) {
        return tidbText.replace("\n", "").replace("  ", " ");
    }

    /**
     * Reads the CREATE TABLE that a client sets as the structure of a table, as TiDB's parser does. Character set and
     * collation are TiDB's defaults unless said; whether the primary key is clustered stays open unless said.
     *
     * @throws DatabaseException with code 0 and the parser's text for a mistake, several statements or none, with an
     *     empty text for another statement; with code and state for a definition that is well formed and wrong
     */
    public static TableStructure parse(String sql) {
        return read(sql, Generation.V8)
                .orElseThrow(() -> DatabaseError.plain("").asException());
    }

    /** The same with the parser of that generation of DM; empty if it is one statement, but another one. */
    public static Optional<TableStructure> read(String sql, Generation generation) {
        List<Statement> all;
        try {
            all = SqlParser.parseAll(sql, generation);
        } catch (StatementError e) {
            throw DatabaseError.plain(e.parserText()).asException();
        }
        if (all.size() != 1) {
            throw DatabaseError.plain(SYNTAX).asException();
        }
        return all.get(0) instanceof Statement.CreateTable create
                ? Optional.of(StructureEditor.create(create, Dialect.TIDB, Charsets.ofServer(Dialect.TIDB), null))
                : Optional.empty();
    }

    /**
     * The table whose structure one CREATE TABLE takes over; empty if it is another statement.
     *
     * @param schema the one of a name that says none
     */
    public static Optional<TableName> copied(String sql, String schema) {
        try {
            return SqlParser.parseAll(sql, Generation.V5).get(0) instanceof Statement.CreateTableLike like
                    ? Optional.of(like.like().in(schema))
                    : Optional.empty();
        } catch (StatementError e) {
            return Optional.empty();
        }
    }

    /** Whether it is one CREATE TABLE … SELECT. */
    public static boolean selects(String sql) {
        try {
            return SqlParser.parseAll(sql, Generation.V5).get(0) instanceof Statement.CreateTableSelect;
        } catch (StatementError e) {
            return false;
        }
    }

    /**
     * The structure that TiDB makes of MySQL's SHOW CREATE TABLE, where DM only looks at it.
     *
     * @throws DatabaseException with code 0 and the parser's text if TiDB cannot read it
     */
    public static TableStructure readMysql(String mysqlText, Generation generation) {
        return read(mysqlText, generation)
                .orElseThrow(() -> DatabaseError.plain(SYNTAX).asException());
    }

    /**
     * The structure that TiDB gives a table made from MySQL's text.
     *
     * @throws DatabaseException with code 0 and the parser's text if TiDB cannot read it
     */
    public static TableStructure toTidb(TableStructure mysql) {
        return readMysql(mysql("t", mysql), Generation.V8);
    }
}
