package dev.dmock.world.database;

import static dev.dmock.world.database.Servers.rows;
import static dev.dmock.world.database.Servers.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmock.space.fact.Draft;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.sql.token.TableName;
import dev.dmock.version.Generation;
import dev.dmock.world.database.model.Server;
import dev.dmock.world.database.row.RowSet;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSessionTests {

    private static final TableName T = new TableName("db1", "t");

    private final Draft draft = Servers.listed();
    private final DatabaseSession mysql = Servers.mysql(draft);
    private final DatabaseSession tidb = Servers.tidb(draft);

    private void table(DatabaseSession session) {
        run(
                session,
                "CREATE DATABASE db1",
                "CREATE TABLE db1.t (id INT PRIMARY KEY, c VARCHAR(20), n INT NOT NULL DEFAULT 5, UNIQUE KEY u (c))",
                "INSERT INTO db1.t (id, c) VALUES (10,'ten'),(2,'two')");
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of("INSERT INTO db1.t VALUES (3,'x',1)", List.of("2|two|5", "3|x|1", "10|ten|5")),
                Arguments.of("INSERT INTO db1.t (n,id) VALUES (1+2*3,-1)", List.of("-1|null|7", "2|two|5", "10|ten|5")),
                Arguments.of("INSERT INTO db1.t SET id=3, c=\"it's\"", List.of("2|two|5", "3|it's|5", "10|ten|5")),
                Arguments.of(
                        "INSERT INTO db1.t VALUES (3,'a\\nb''c',DEFAULT)",
                        List.of("2|two|5", "3|a\nb'c|5", "10|ten|5")),
                Arguments.of(
                        "INSERT IGNORE INTO db1.t VALUES (2,'x',1),(4,'y',1)", List.of("2|two|5", "4|y|1", "10|ten|5")),
                Arguments.of("REPLACE INTO db1.t VALUES (2,'ten',1)", List.of("2|ten|1")),
                Arguments.of(
                        "INSERT INTO db1.t VALUES (2,'x',1) ON DUPLICATE KEY UPDATE c=VALUES(c), n=n+1",
                        List.of("2|x|6", "10|ten|5")),
                Arguments.of("UPDATE db1.t SET c='y' WHERE id=2", List.of("2|y|5", "10|ten|5")),
                Arguments.of("UPDATE db1.t SET n=n+id", List.of("2|two|7", "10|ten|15")),
                Arguments.of("UPDATE db1.t SET id=1 WHERE c='TEN'", List.of("1|ten|5", "2|two|5")),
                Arguments.of("UPDATE db1.t SET n=0 LIMIT 1", List.of("2|two|0", "10|ten|5")),
                Arguments.of(
                        "UPDATE db1.t SET c=NULL WHERE id IN (2,3) AND NOT (n <> 5)", List.of("2|null|5", "10|ten|5")),
                Arguments.of("DELETE FROM db1.t WHERE id=2", List.of("10|ten|5")),
                Arguments.of("DELETE FROM db1.t WHERE c LIKE 't_o' OR c IS NULL", List.of("10|ten|5")),
                Arguments.of("DELETE FROM db1.t WHERE id BETWEEN 3 AND 20", List.of("2|two|5")),
                Arguments.of("DELETE FROM db1.t WHERE c <=> NULL", List.of("2|two|5", "10|ten|5")),
                Arguments.of("DELETE FROM db1.t WHERE id > '2x' AND c >= 'a' XOR n = 6", List.of("2|two|5")),
                Arguments.of("DELETE FROM db1.t", List.of()),
                Arguments.of("TRUNCATE db1.t", List.of()),
                Arguments.of("ALTER TABLE db1.t ADD COLUMN d INT", List.of("2|two|5|null", "10|ten|5|null")),
                Arguments.of("ALTER TABLE db1.t ADD d VARCHAR(3) NOT NULL FIRST", List.of("|2|two|5", "|10|ten|5")),
                Arguments.of(
                        "ALTER TABLE db1.t DROP COLUMN c, ADD d INT DEFAULT 7 AFTER id", List.of("2|7|5", "10|7|5")),
                Arguments.of("ALTER TABLE db1.t CHANGE n m VARCHAR(9) FIRST", List.of("5|2|two", "5|10|ten")),
                Arguments.of("ALTER TABLE db1.t DROP PRIMARY KEY, MODIFY n BIGINT", List.of("2|two|5", "10|ten|5")));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void statementsChangeRows(String sql, List<String> rows) {
        table(mysql);
        mysql.execute("", sql);
        assertThat(rows(mysql, "t")).isEqualTo(rows);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(
                        "INSERT INTO db1.t VALUES (2,'x',1)", "1062 (23000): Duplicate entry '2' for key 'PRIMARY'"),
                Arguments.of("INSERT INTO db1.t VALUES (3,'TWO',1)", "1062 (23000): Duplicate entry 'TWO' for key 'u'"),
                Arguments.of(
                        "INSERT INTO db1.t VALUES (1)",
                        "1136 (21S01): Column count doesn't match value count at row 1"),
                Arguments.of(
                        "INSERT INTO db1.t (id,x) VALUES (1,2)", "1054 (42S22): Unknown column 'x' in 'field list'"),
                Arguments.of("UPDATE db1.t SET n=1 WHERE x=1", "1054 (42S22): Unknown column 'x' in 'where clause'"),
                Arguments.of(
                        "INSERT INTO db1.t (c) VALUES ('x')", "1364 (HY000): Field 'id' doesn't have a default value"),
                Arguments.of("INSERT INTO db1.t VALUES (NULL,'x',1)", "1048 (23000): Column 'id' cannot be null"),
                Arguments.of(
                        "INSERT INTO db1.t VALUES (1,'x',1),('y','z',1)",
                        "1366 (HY000): Incorrect integer value: 'y' for column 'id' at row 2"),
                Arguments.of(
                        "INSERT INTO db1.t VALUES (9999999999,'x',1)",
                        "1264 (22003): Out of range value for column 'id' at row 1"),
                Arguments.of(
                        "INSERT INTO db1.t VALUES (1,'123456789012345678901',1)",
                        "1406 (22001): Data too long for column 'c' at row 1"),
                Arguments.of("INSERT INTO db1.none VALUES (1)", "1146 (42S02): Table 'db1.none' doesn't exist"),
                Arguments.of("INSERT INTO t VALUES (1)", "1046 (3D000): No database selected"),
                Arguments.of("CREATE TABLE db1.t (id INT)", "1050 (42S01): Table 't' already exists"),
                Arguments.of("CREATE TABLE none.t (id INT)", "1049 (42000): Unknown database 'none'"),
                Arguments.of("CREATE DATABASE db1", "1007 (HY000): Can't create database 'db1'; database exists"),
                Arguments.of("DROP DATABASE none", "1008 (HY000): Can't drop database 'none'; database doesn't exist"),
                Arguments.of("DROP TABLE db1.a, db1.b", "1051 (42S02): Unknown table 'db1.a,db1.b'"),
                Arguments.of("ALTER TABLE db1.t ADD COLUMN C INT", "1060 (42S21): Duplicate column name 'C'"),
                Arguments.of(
                        "ALTER TABLE db1.t DROP COLUMN x",
                        "1091 (42000): Can't DROP 'x'; check that column/key exists"),
                Arguments.of("ALTER TABLE db1.t MODIFY x INT", "1054 (42S22): Unknown column 'x' in 't'"),
                Arguments.of("ALTER TABLE db1.t ADD UNIQUE (n)", "1062 (23000): Duplicate entry '5' for key 'n'"),
                Arguments.of(
                        "ALTER TABLE db1.t DROP id, DROP c, DROP n",
                        "1090 (42000): You can't delete all columns with ALTER TABLE; use DROP TABLE instead"),
                Arguments.of("RENAME TABLE db1.x TO db1.y", "1146 (42S02): Table 'db1.x' doesn't exist"),
                Arguments.of("RENAME TABLE db1.t TO db1.t", "1050 (42S01): Table 't' already exists"),
                Arguments.of(
                        "CREATE VIEW db1.v AS SELECT * FROM db1.none", "1146 (42S02): Table 'db1.none' doesn't exist"),
                Arguments.of("SET GLOBAL nonsense = 1", "1193 (HY000): Unknown system variable 'nonsense'"),
                Arguments.of(
                        "SET GLOBAL server_uuid = 'x'", "1238 (HY000): Variable 'server_uuid' is a read only variable"),
                Arguments.of(
                        "SET GLOBAL binlog_format = 'X'",
                        "1231 (42000): Variable 'binlog_format' can't be set to the value of 'X'"),
                Arguments.of("CREATE USER root", "1396 (HY000): Operation CREATE USER failed for 'root'@'%'"),
                Arguments.of("DROP USER nobody", "1396 (HY000): Operation DROP USER failed for 'nobody'@'%'"),
                Arguments.of(
                        "GRANT SELECT ON *.* TO nobody", "1133 (42000): Can't find any matching row in the user table"),
                Arguments.of(
                        "PURGE BINARY LOGS TO 'mysql-bin.000009'",
                        "1373 (HY000): Target log not found in binlog index"),
                Arguments.of(
                        "CREATE TABLESPACE x",
                        "1235 (42000): This version of MySQL doesn't yet support 'create TABLESPACE'"),
                Arguments.of("SHOW TABLES", "1235 (42000): This version of MySQL doesn't yet support 'SHOW TABLES'"),
                Arguments.of("", "1065 (42000): Query was empty"),
                Arguments.of(
                        "DELETE FROM db1.t WHERE",
                        "1064 (42000): You have an error in your SQL syntax; check the manual that corresponds to your MySQL"
                                + " server version for the right syntax to use near '' at line 1"),
                Arguments.of(
                        "CREATE TABLE db1.x (id INT,\n)",
                        "1064 (42000): You have an error in your SQL syntax; check the manual that corresponds to your MySQL"
                                + " server version for the right syntax to use near ')' at line 2"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatCannotBeDoneChangesNothing(String sql, String text) {
        table(mysql);
        Server before = mysql.server();
        assertThatThrownBy(() -> mysql.execute("", sql))
                .isInstanceOfSatisfying(
                        DatabaseException.class,
                        e -> assertThat(e.error().text(Generation.V8)).isEqualTo("Error " + text));
        assertThat(rows(mysql, "t")).containsExactly("2|two|5", "10|ten|5");
        assertThat(mysql.server()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INSERT INTO db1.t VALUES (2,'x',1) | 1062 (23000): Duplicate entry '2' for key 't.PRIMARY'",
                "INSERT INTO db1.t VALUES (3,'two',1) | 1062 (23000): Duplicate entry 'two' for key 't.u'",
                "CREATE TABLE db1.T (id INT) | 1050 (42S01): Table 'db1.T' already exists",
                "GRANT SELECT ON *.* TO nobody | 1410 (42000): You are not allowed to create a user with GRANT",
                "CREATE TABLE db1.x (g GEOMETRY) | 1064 (42000): You have an error in your SQL syntax; check the manual that corresponds to your TiDB version for the right syntax to use line 1 column 30 near \"GEOMETRY)\" ",
                "CREATE TABLE db1.x (g INT) CHARSET=sjis | 1115 (42000): Unknown character set: 'sjis'",
            })
    void tidbHasItsOwnWords(String sql, String text) {
        table(tidb);
        assertThatThrownBy(() -> tidb.execute("", sql))
                .isInstanceOfSatisfying(
                        DatabaseException.class,
                        e -> assertThat(e.error().text(Generation.V8).strip()).isEqualTo("Error " + text.strip()));
    }

    @Test
    void tidbTellsTextsApartByCase() {
        table(tidb);
        tidb.execute("", "INSERT INTO db1.t VALUES (3,'TWO',1)");
        assertThat(rows(tidb, "t")).contains("3|TWO|1");
    }

    @Test
    void tablesAndViewsAreListedByTheBytesOfTheirNames() {
        table(mysql);
        run(mysql, "CREATE TABLE db1.Zeta (id INT)", "CREATE VIEW db1.v AS SELECT id FROM db1.t");
        assertThat(mysql.tableNames("db1")).containsExactly("Zeta", "t", "v");
        assertThat(mysql.baseTables("db1")).extracting(TableName::table).containsExactly("Zeta", "t");
    }

    @ParameterizedTest
    @CsvSource({"none, 1049", "'a`b', 1049"})
    void aSchemaThatIsNoneIsAnError(String schema, int code) {
        assertThatThrownBy(() -> mysql.tableNames(schema))
                .isInstanceOfSatisfying(
                        DatabaseException.class,
                        e -> assertThat(e.error().code()).isEqualTo(code));
    }

    @Test
    void aUnitWritesRowsDownstream() {
        table(tidb);
        List<String> columns = List.of("id", "c", "n");
        tidb.replace(T, columns, List.of(List.of("2", "zwei", "1"), List.of("3", "drei", "1")));
        tidb.insertIgnore(T, columns, List.of(List.of("3", "trois", "1")));
        tidb.update(T, columns, List.of("10", "ten", "5"), Arrays.asList("11", null, "5"));
        tidb.update(T, columns, List.of("99", "no", "5"), List.of("98", "no", "5"));
        tidb.delete(T, columns, List.of("2", "whatever", "0"));
        assertThat(rows(tidb, "t")).containsExactly("3|drei|1", "11|null|5");
    }

    @Test
    void ofSeveralRowsAllAreInsertedOrNone() {
        table(tidb);
        List<List<String>> rows = List.of(List.of("7", "seven"), List.of("2", "again"));
        assertThatThrownBy(() -> tidb.insert(T, List.of("id", "c"), rows))
                .isInstanceOfSatisfying(
                        DatabaseException.class,
                        e -> assertThat(e.error().message()).isEqualTo("Duplicate entry '2' for key 't.PRIMARY'"));
        assertThat(rows(tidb, "t")).hasSize(2);
    }

    @Test
    void rowsWithoutAKeyAreFoundByAllTheirColumns() {
        run(
                tidb,
                "CREATE DATABASE db1",
                "CREATE TABLE db1.t (a INT, b INT)",
                "INSERT INTO db1.t VALUES (1,1),(1,NULL),(1,1)");
        tidb.delete(T, List.of("a", "b"), List.of("1", "1"));
        tidb.update(T, List.of("a", "b"), Arrays.asList("1", null), List.of("2", "2"));
        assertThat(rows(tidb, "t")).containsExactly("2|2", "1|1");
    }

    @Test
    void aTableIsFullSomeday() {
        run(tidb, "CREATE DATABASE db1", "CREATE TABLE db1.t (a INT PRIMARY KEY)");
        List<List<String>> rows = Stream.iterate(0, i -> i + 1)
                .limit(RowSet.MOST_ROWS)
                .map(i -> List.of(String.valueOf(i)))
                .toList();
        tidb.insert(T, List.of("a"), rows);
        assertThatThrownBy(() -> tidb.execute("", "INSERT INTO db1.t VALUES (-1)"))
                .hasMessageContaining("The table 't' is full: at most 10000 rows of a table are kept");
    }

    @Test
    void numbersAreGivenToRowsThatHaveNone() {
        run(
                mysql,
                "CREATE DATABASE db1",
                "CREATE TABLE db1.t (id INT AUTO_INCREMENT PRIMARY KEY, c INT)",
                "INSERT INTO db1.t (c) VALUES (1)",
                "INSERT INTO db1.t VALUES (7,1),(NULL,2),(0,3)");
        assertThat(rows(mysql, "t")).containsExactly("1|1", "7|1", "8|2", "9|3");
        assertThat(mysql.showCreateTable(T)).contains("ENGINE=InnoDB AUTO_INCREMENT=10 DEFAULT CHARSET=latin1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"USE db1", "FLUSH PRIVILEGES", "SET GLOBAL binlog_format = STATEMENT"})
    void someStatementsLeaveTablesAlone(String sql) {
        table(mysql);
        mysql.execute("", sql);
        assertThat(rows(mysql, "t")).hasSize(2);
    }

    @Test
    void aTableIsRenamedWithItsRows() {
        table(mysql);
        run(
                mysql,
                "CREATE DATABASE db2",
                "RENAME TABLE db1.t TO db2.a, db2.a TO db1.b",
                "ALTER TABLE db1.b RENAME TO db1.t, ADD d INT");
        assertThat(rows(mysql, "t")).containsExactly("2|two|5|null", "10|ten|5|null");
        assertThat(mysql.tableNames("db2")).isEmpty();
    }

    @Test
    void dumpedStructuresMakeTidbsTables() {
        table(mysql);
        tidb.createSchemaIfMissing("db1");
        tidb.createSchemaIfMissing("db1");
        tidb.execute("db1", mysql.showCreateTable(T));
        assertThat(tidb.showCreateTable(T)).isEqualTo("""
                CREATE TABLE `t` (
                  `id` int(11) NOT NULL,
                  `c` varchar(20) DEFAULT NULL,
                  `n` int(11) NOT NULL DEFAULT '5',
                  PRIMARY KEY (`id`) /*T![clustered_index] CLUSTERED */,
                  UNIQUE KEY `u` (`c`)
                ) ENGINE=InnoDB DEFAULT CHARSET=latin1 COLLATE=latin1_bin""");
    }
}
