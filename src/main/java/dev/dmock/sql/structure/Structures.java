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

/**
 * Parses and formats table structures. Verified against MySQL 5.6.21, TiDB v8.1.0 and the parsers of DM v5.3.0 and
 * v8.1.0.
 */
public final class Structures {

    private static final String SYNTAX = "[parser:1149]You have an error in your SQL syntax; check the manual that"
            + " corresponds to your MySQL server version for the right syntax to use";

    private Structures() {}

    /** How TiDB's text shows a primary key whose clustering is unspecified. */
    public enum Clustering {
        CLUSTERED,
        NONCLUSTERED
    }

    /** Formats a structure as SHOW CREATE TABLE of MySQL 5.6, on several lines. */
    public static String mysql(String table, TableStructure structure) {
        return new MysqlText(table, structure).print();
    }

    /** Formats a structure as SHOW CREATE TABLE of TiDB, on several lines. */
    public static String tidb(String table, TableStructure structure, Clustering unsaid) {
        return tidb(table, structure, unsaid, Generation.V8);
    }

    /** Formats a structure as SHOW CREATE TABLE of the TiDB in that generation of DM. */
    public static String tidb(String table, TableStructure structure, Clustering unsaid, Generation generation) {
        return new TidbText(table, structure, unsaid, generation).print();
    }

    /** Formats TiDB's text on one line, as DM's schema operations return it. */
    public static String oneLine(String tidbText) {
        return tidbText.replace("\n", "").replace("  ", " ");
    }

    /**
     * Parses the CREATE TABLE that a client sets as a table's structure, as TiDB's parser does. Character set and
     * collation default to TiDB's; clustering of the primary key stays unspecified unless given.
     *
     * @throws DatabaseException with code 0 and the parser's text for a syntax error, several statements or none,
     *     with an empty text for another statement; with code and state for a well-formed but invalid definition
     */
    public static TableStructure parse(String sql) {
        return read(sql, Generation.V8)
                .orElseThrow(() -> DatabaseError.plain("").asException());
    }

    /** Parses with the parser of that generation of DM; returns empty for a statement other than CREATE TABLE. */
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
     * Returns the source table of CREATE TABLE … LIKE; empty for another statement.
     *
     * @param schema the schema of unqualified names
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

    /** Returns whether the text is CREATE TABLE … SELECT. */
    public static boolean selects(String sql) {
        try {
            return SqlParser.parseAll(sql, Generation.V5).get(0) instanceof Statement.CreateTableSelect;
        } catch (StatementError e) {
            return false;
        }
    }

    /**
     * Returns the structure that TiDB parses from MySQL's SHOW CREATE TABLE, where DM only inspects it.
     *
     * @throws DatabaseException with code 0 and the parser's text if TiDB cannot parse it
     */
    public static TableStructure readMysql(String mysqlText, Generation generation) {
        return read(mysqlText, generation)
                .orElseThrow(() -> DatabaseError.plain(SYNTAX).asException());
    }

    /**
     * Returns the structure of a TiDB table created from MySQL's text.
     *
     * @throws DatabaseException with code 0 and the parser's text if TiDB cannot parse it
     */
    public static TableStructure toTidb(TableStructure mysql) {
        return readMysql(mysql("t", mysql), Generation.V8);
    }
}
