package dev.dmock.sql.token;

/** The errors of MySQL 5.6 and TiDB v8.1, with their original messages. */
public final class DatabaseErrors {

    private static final int MAX_SHOWN_LENGTH = 60;
    private static final int MAX_SHOWN_NAME_LENGTH = 100;

    private DatabaseErrors() {}

    /** Returns error 1235 for a statement that DMock does not support. */
    public static DatabaseError notSupported(Dialect dialect, String what) {
        String shown = what.length() > MAX_SHOWN_LENGTH ? what.substring(0, MAX_SHOWN_LENGTH) + "…" : what;
        return new DatabaseError(
                1235, "42000", "This version of " + product(dialect) + " doesn't yet support '" + shown + "'");
    }

    private static String product(Dialect dialect) {
        return dialect == Dialect.TIDB ? "TiDB" : "MySQL";
    }

    /** Returns TiDB's error for an unsupported change, with the whole message. */
    public static DatabaseError unsupported(String text) {
        return new DatabaseError(8200, "HY000", text);
    }

    public static DatabaseError unknownDatabase(String schema) {
        return new DatabaseError(1049, "42000", "Unknown database '" + schema + "'");
    }

    public static DatabaseError wrongDatabaseName(String schema) {
        String shown = schema.length() > MAX_SHOWN_NAME_LENGTH ? schema.substring(0, MAX_SHOWN_NAME_LENGTH) : schema;
        return new DatabaseError(1102, "42000", "Incorrect database name '" + shown + "'");
    }

    public static DatabaseError noDatabaseSelected() {
        return new DatabaseError(1046, "3D000", "No database selected");
    }

    public static DatabaseError databaseExists(String schema) {
        return new DatabaseError(1007, "HY000", "Can't create database '" + schema + "'; database exists");
    }

    public static DatabaseError noDatabaseToDrop(String schema) {
        return new DatabaseError(1008, "HY000", "Can't drop database '" + schema + "'; database doesn't exist");
    }

    public static DatabaseError noSuchTable(TableName table) {
        return new DatabaseError(1146, "42S02", "Table '" + dotted(table) + "' doesn't exist");
    }

    public static DatabaseError tableExists(Dialect dialect, TableName table) {
        String shown = dialect == Dialect.TIDB ? dotted(table) : table.table();
        return new DatabaseError(1050, "42S01", "Table '" + shown + "' already exists");
    }

    public static DatabaseError unknownTable(String tables) {
        return new DatabaseError(1051, "42S02", "Unknown table '" + tables + "'");
    }

    public static DatabaseError tableInUse(String table) {
        return new DatabaseError(
                1442,
                "HY000",
                "Can't update table '" + table
                        + "' in stored function/trigger because it is already used by statement which invoked this"
                        + " stored function/trigger.");
    }

    public static DatabaseError triggerInWrongSchema() {
        return new DatabaseError(1435, "HY000", "Trigger in wrong schema");
    }

    public static DatabaseError noTablesUsed() {
        return new DatabaseError(1096, "HY000", "No tables used");
    }

    public static DatabaseError notBaseTable(TableName table, String wanted) {
        return new DatabaseError(1347, "HY000", "'" + dotted(table) + "' is not " + wanted);
    }

    public static DatabaseError unknownColumn(String column, String where) {
        return new DatabaseError(1054, "42S22", "Unknown column '" + column + "' in '" + where + "'");
    }

    public static DatabaseError ambiguousColumn(String column, String where) {
        return new DatabaseError(1052, "23000", "Column '" + column + "' in " + where + " is ambiguous");
    }

    public static DatabaseError duplicateColumn(String column) {
        return new DatabaseError(1060, "42S21", "Duplicate column name '" + column + "'");
    }

    public static DatabaseError duplicateKeyName(String key) {
        return new DatabaseError(1061, "42000", "Duplicate key name '" + key + "'");
    }

    /** @param key the key's name, which TiDB prefixes with the table's */
    public static DatabaseError duplicateEntry(Dialect dialect, String entry, String table, String key) {
        String shown = dialect == Dialect.TIDB ? table + '.' + key : key;
        return new DatabaseError(1062, "23000", "Duplicate entry '" + entry + "' for key '" + shown + "'");
    }

    public static DatabaseError invalidDefault(String column) {
        return new DatabaseError(1067, "42000", "Invalid default value for '" + column + "'");
    }

    public static DatabaseError multiplePrimaryKeys() {
        return new DatabaseError(1068, "42000", "Multiple primary key defined");
    }

    public static DatabaseError noKeyColumn(String column) {
        return new DatabaseError(1072, "42000", "Key column '" + column + "' doesn't exist in table");
    }

    public static DatabaseError keyWithoutLength(String column) {
        return new DatabaseError(
                1170, "42000", "BLOB/TEXT column '" + column + "' used in key specification without a key length");
    }

    /** TiDB's message includes the length of the key. */
    public static DatabaseError keyTooLong(Dialect dialect, int bytes, int most) {
        String shown = dialect == Dialect.TIDB ? " (" + bytes + " bytes)" : "";
        return new DatabaseError(
                1071, "42000", "Specified key was too long" + shown + "; max key length is " + most + " bytes");
    }

    public static DatabaseError wrongAutoColumn() {
        return new DatabaseError(
                1075,
                "42000",
                "Incorrect table definition; there can be only one auto column and it must be defined as a key");
    }

    public static DatabaseError cannotRemoveAllColumns() {
        return new DatabaseError(
                1090, "42000", "You can't delete all columns with ALTER TABLE; use DROP TABLE instead");
    }

    public static DatabaseError cannotDrop(String name) {
        return new DatabaseError(1091, "42000", "Can't DROP '" + name + "'; check that column/key exists");
    }

    public static DatabaseError noKey(String key, String table) {
        return new DatabaseError(1176, "42000", "Key '" + key + "' doesn't exist in table '" + table + "'");
    }

    public static DatabaseError noColumns() {
        return new DatabaseError(1113, "42000", "A table must have at least 1 column");
    }

    public static DatabaseError blobWithDefault(String column) {
        return new DatabaseError(1101, "42000", "BLOB/TEXT column '" + column + "' can't have a default value");
    }

    public static DatabaseError primaryMustNotBeNull() {
        return new DatabaseError(
                1171,
                "42000",
                "All parts of a PRIMARY KEY must be NOT NULL; if you need NULL in a key, use UNIQUE instead");
    }

    public static DatabaseError columnTooLong(String column, int longest) {
        return new DatabaseError(
                1074,
                "42000",
                "Column length too big for column '" + column + "' (max = " + longest + "); use BLOB or TEXT instead");
    }

    public static DatabaseError tooPrecise(String column, long precision, int most) {
        return new DatabaseError(
                1426,
                "42000",
                "Too-big precision " + precision + " specified for '" + column + "'. Maximum is " + most + ".");
    }

    public static DatabaseError tooFine(String column, long scale, int most) {
        return new DatabaseError(
                1425,
                "42000",
                "Too big scale " + scale + " specified for column '" + column + "'. Maximum is " + most + ".");
    }

    public static DatabaseError scaleBeyondPrecision(String column) {
        return new DatabaseError(
                1427,
                "42000",
                "For float(M,D), double(M,D) or decimal(M,D), M must be >= D (column '" + column + "').");
    }

    public static DatabaseError tooWide(String column, int most) {
        return new DatabaseError(
                1439, "42000", "Display width out of range for column '" + column + "' (max = " + most + ")");
    }

    public static DatabaseError wrongName(String name) {
        return new DatabaseError(1103, "42000", "Incorrect table name '" + name + "'");
    }

    public static DatabaseError nameTooLong(String name) {
        return new DatabaseError(1059, "42000", "Identifier name '" + name + "' is too long");
    }

    public static DatabaseError collationMismatch(String collation, String charset) {
        return new DatabaseError(
                1253, "42000", "COLLATION '" + collation + "' is not valid for CHARACTER SET '" + charset + "'");
    }

    public static DatabaseError columnCount(int row) {
        return new DatabaseError(1136, "21S01", "Column count doesn't match value count at row " + row);
    }

    public static DatabaseError columnTwice(String column) {
        return new DatabaseError(1110, "42000", "Column '" + column + "' specified twice");
    }

    public static DatabaseError notNull(String column) {
        return new DatabaseError(1048, "23000", "Column '" + column + "' cannot be null");
    }

    /** Returns the error of ALTER TABLE for a NULL in a column that becomes NOT NULL. */
    public static DatabaseError invalidUseOfNull(String column, int row) {
        return truncated(column, row);
    }

    public static DatabaseError noDefault(String column) {
        return new DatabaseError(1364, "HY000", "Field '" + column + "' doesn't have a default value");
    }

    public static DatabaseError outOfRange(String column, int row) {
        return new DatabaseError(1264, "22003", "Out of range value for column '" + column + "' at row " + row);
    }

    public static DatabaseError tooLong(String column, int row) {
        return new DatabaseError(1406, "22001", "Data too long for column '" + column + "' at row " + row);
    }

    public static DatabaseError truncated(String column, int row) {
        return new DatabaseError(1265, "01000", "Data truncated for column '" + column + "' at row " + row);
    }

    public static DatabaseError incorrectValue(String type, String value, String column, int row) {
        int code = type.equals("integer") || type.equals("decimal") || type.equals("double") ? 1366 : 1292;
        return new DatabaseError(
                code,
                code == 1366 ? "HY000" : "22007",
                "Incorrect " + type + " value: '" + value + "' for column '" + column + "' at row " + row);
    }

    /** Returns DMock's own error for exceeding the maximum number of rows. */
    public static DatabaseError tableFull(String table, int rows) {
        return new DatabaseError(
                1114, "HY000", "The table '" + table + "' is full: at most " + rows + " rows of a table are kept");
    }

    /** Returns the error of EXCHANGE PARTITION for a table with different columns. */
    public static DatabaseError differentDefinitions() {
        return new DatabaseError(1736, "HY000", "Tables have different definitions");
    }

    public static String dotted(TableName table) {
        return table.schema() + '.' + table.table();
    }
}
