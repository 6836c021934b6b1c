package dev.dmock.world.sql;

/** Structures of tables as text, read and written as MySQL 5.6 and TiDB do. */
public final class Structures {

    private Structures() {}

    /** Whether TiDB's text says that a primary key is the row's place, where the structure itself does not. */
    public enum Clustering {
        CLUSTERED,
        NONCLUSTERED
    }

    /** MySQL 5.6's SHOW CREATE TABLE, on several lines. */
    public static String mysql(String table, TableStructure structure) {
        throw new UnsupportedOperationException(table + structure);
    }

    /** TiDB's SHOW CREATE TABLE, on several lines. */
    public static String tidb(String table, TableStructure structure, Clustering unsaid) {
        throw new UnsupportedOperationException(table + structure + unsaid);
    }

    /** TiDB's text on one line, as the schema operations of DM answer it. */
    public static String oneLine(String tidbText) {
        throw new UnsupportedOperationException(tidbText);
    }

    /**
     * Reads one CREATE TABLE as TiDB's parser does. Character set and collation are TiDB's defaults unless said.
     *
     * @throws DatabaseException with the parser's text, code 0, if it is anything else or has a mistake
     */
    public static TableStructure parse(String sql) {
        throw new UnsupportedOperationException(sql);
    }

    /** The structure that TiDB gives a table made from MySQL's text. */
    public static TableStructure toTidb(TableStructure mysql) {
        throw new UnsupportedOperationException(mysql.toString());
    }
}
