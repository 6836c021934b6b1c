package dev.dmock.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.parser.SqlParser;
import dev.dmock.sql.statement.Statement;
import dev.dmock.sql.structure.StructureEditor;
import dev.dmock.sql.structure.Structures;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.sql.token.Dialect;
import dev.dmock.version.Generation;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StructuresTests {

    static Stream<Arguments> mysqlTexts() {
        return Stream.of(
                Arguments.of("CREATE TABLE table1 (id INT PRIMARY KEY, c VARCHAR(20))", """
                        CREATE TABLE `table1` (
                          `id` int(11) NOT NULL,
                          `c` varchar(20) DEFAULT NULL,
                          PRIMARY KEY (`id`)
                        ) ENGINE=InnoDB DEFAULT CHARSET=latin1"""),
                Arguments.of("CREATE TABLE t1 (id INT PRIMARY KEY, g GEOMETRY)", """
                        CREATE TABLE `t1` (
                          `id` int(11) NOT NULL,
                          `g` geometry DEFAULT NULL,
                          PRIMARY KEY (`id`)
                        ) ENGINE=InnoDB DEFAULT CHARSET=latin1"""),
                Arguments.of("CREATE TABLE t2 (id INT PRIMARY KEY, c VARCHAR(5)) CHARSET=sjis", """
                        CREATE TABLE `t2` (
                          `id` int(11) NOT NULL,
                          `c` varchar(5) DEFAULT NULL,
                          PRIMARY KEY (`id`)
                        ) ENGINE=InnoDB DEFAULT CHARSET=sjis"""),
                Arguments.of(
                        "CREATE TABLE u1 (id INT AUTO_INCREMENT PRIMARY KEY, n DECIMAL(10,2) DEFAULT '0.00',"
                                + " s ENUM('a','b'), KEY k (n)) DEFAULT CHARSET=utf8mb4",
                        """
                        CREATE TABLE `u1` (
                          `id` int(11) NOT NULL AUTO_INCREMENT,
                          `n` decimal(10,2) DEFAULT '0.00',
                          `s` enum('a','b') DEFAULT NULL,
                          PRIMARY KEY (`id`),
                          KEY `k` (`n`)
                        ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4"""),
                Arguments.of("CREATE TABLE b (id INT PRIMARY KEY, a INT, FOREIGN KEY (a) REFERENCES a(id))", """
                        CREATE TABLE `b` (
                          `id` int(11) NOT NULL,
                          `a` int(11) DEFAULT NULL,
                          PRIMARY KEY (`id`),
                          KEY `a` (`a`),
                          CONSTRAINT `b_ibfk_1` FOREIGN KEY (`a`) REFERENCES `a` (`id`)
                        ) ENGINE=InnoDB DEFAULT CHARSET=latin1"""),
                Arguments.of(
                        "create table `all` (a bool, b tinyint unsigned not null default 5, c bigint unsigned zerofill, d"
                                + " numeric, e double precision, f timestamp, g timestamp, h timestamp null, i datetime(3)"
                                + " default now(3), j text not null, k char, l varchar(3) character set utf8 collate"
                                + " utf8_bin, m bit default b'1', n int unique comment 'it''s', unique key (b, a), key"
                                + " (j(10)) using btree) comment='x' row_format=compressed",
                        """
                        CREATE TABLE `all` (
                          `a` tinyint(1) DEFAULT NULL,
                          `b` tinyint(3) unsigned NOT NULL DEFAULT '5',
                          `c` bigint(20) unsigned zerofill DEFAULT NULL,
                          `d` decimal(10,0) DEFAULT NULL,
                          `e` double DEFAULT NULL,
                          `f` timestamp NOT NULL DEFAULT CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP,
                          `g` timestamp NOT NULL DEFAULT '0000-00-00 00:00:00',
                          `h` timestamp NULL DEFAULT NULL,
                          `i` datetime(3) DEFAULT CURRENT_TIMESTAMP(3),
                          `j` text NOT NULL,
                          `k` char(1) DEFAULT NULL,
                          `l` varchar(3) CHARACTER SET utf8 COLLATE utf8_bin DEFAULT NULL,
                          `m` bit(1) DEFAULT b'1',
                          `n` int(11) DEFAULT NULL COMMENT 'it''s',
                          UNIQUE KEY `n` (`n`),
                          UNIQUE KEY `b` (`b`,`a`),
                          KEY `j` (`j`(10)) USING BTREE
                        ) ENGINE=InnoDB DEFAULT CHARSET=latin1 ROW_FORMAT=COMPRESSED COMMENT='x'"""));
    }

    @ParameterizedTest
    @MethodSource("mysqlTexts")
    void mysqlShowsTheStructureInItsOwnForm(String sql, String shown) {
        Statement.CreateTable create = (Statement.CreateTable) SqlParser.parse(sql, Dialect.MYSQL);
        TableStructure structure = StructureEditor.create(create, Dialect.MYSQL, "latin1", null);
        assertThat(Structures.mysql(create.name().table(), structure)).isEqualTo(shown);
    }

    @ParameterizedTest
    @MethodSource("mysqlTexts")
    void whatMysqlShowsMakesTheSameTableAgain(String sql, String shown) {
        Statement.CreateTable create = (Statement.CreateTable) SqlParser.parse(shown, Dialect.MYSQL);
        TableStructure structure = StructureEditor.create(create, Dialect.MYSQL, "utf8", "utf8_bin");
        assertThat(Structures.mysql(create.name().table(), structure)).isEqualTo(shown);
    }

    static Stream<Arguments> tidbTexts() {
        return Stream.of(
                Arguments.of(
                        "CREATE TABLE `table1` (`id` int(11) NOT NULL, `c` varchar(20) DEFAULT NULL, `extra` int(11)"
                                + " DEFAULT NULL, PRIMARY KEY (`id`))",
                        "CREATE TABLE `t` ( `id` int(11) NOT NULL, `c` varchar(20) DEFAULT NULL, `extra` int(11) DEFAULT"
                                + " NULL, PRIMARY KEY (`id`) /*T![clustered_index] NONCLUSTERED */) ENGINE=InnoDB DEFAULT"
                                + " CHARSET=utf8mb4 COLLATE=utf8mb4_bin"),
                Arguments.of(
                        "CREATE TABLE `t1` (\n  `id` int(11) NOT NULL,\n  `c` varchar(20) DEFAULT NULL,\n  PRIMARY KEY"
                                + " (`id`)\n) ENGINE=InnoDB DEFAULT CHARSET=latin1",
                        "CREATE TABLE `t` ( `id` int(11) NOT NULL, `c` varchar(20) DEFAULT NULL, PRIMARY KEY (`id`)"
                                + " /*T![clustered_index] NONCLUSTERED */) ENGINE=InnoDB DEFAULT CHARSET=latin1"
                                + " COLLATE=latin1_bin"),
                Arguments.of(
                        "CREATE TABLE u1 (id INT AUTO_INCREMENT PRIMARY KEY, n DECIMAL(10,2) DEFAULT '0.00',"
                                + " s ENUM('a','b'), KEY k (n)) DEFAULT CHARSET=utf8mb4",
                        "CREATE TABLE `t` ( `id` int(11) NOT NULL AUTO_INCREMENT, `n` decimal(10,2) DEFAULT '0.00', `s`"
                                + " enum('a','b') DEFAULT NULL, PRIMARY KEY (`id`) /*T![clustered_index] NONCLUSTERED */,"
                                + " KEY `k` (`n`)) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_bin"),
                Arguments.of(
                        "CREATE TABLE x (id int, PRIMARY KEY (`id`) /*T![clustered_index] CLUSTERED */) COLLATE=utf8_bin",
                        "CREATE TABLE `t` ( `id` int(11) NOT NULL, PRIMARY KEY (`id`) /*T![clustered_index] CLUSTERED */)"
                                + " ENGINE=InnoDB DEFAULT CHARSET=utf8 COLLATE=utf8_bin"));
    }

    @ParameterizedTest
    @MethodSource("tidbTexts")
    void tidbShowsTheStructureOnOneLine(String sql, String shown) {
        TableStructure structure = Structures.read(sql, Generation.V8).orElseThrow();
        assertThat(line(structure, Structures.Clustering.NONCLUSTERED)).isEqualTo(shown);
    }

    @Test
    void clusteredIsWhatTheCallerSaysUnlessTheTextDoes() {
        TableStructure open = Structures.read("CREATE TABLE t (id INT PRIMARY KEY)", Generation.V5)
                .orElseThrow();
        assertThat(line(open, Structures.Clustering.CLUSTERED)).contains(" CLUSTERED */");
        TableStructure said = Structures.read("CREATE TABLE t (id INT PRIMARY KEY NONCLUSTERED)", Generation.V5)
                .orElseThrow();
        assertThat(line(said, Structures.Clustering.CLUSTERED)).contains(" NONCLUSTERED */");
    }

    static Stream<Arguments> mistakes() {
        String syntax = "[parser:1149]You have an error in your SQL syntax; check the manual that corresponds to your"
                + " MySQL server version for the right syntax to use";
        return Stream.of(
                Arguments.of("CREATE TABL", "line 1 column 11 near \"TABL\" "),
                Arguments.of("nonsense", "line 1 column 8 near \"nonsense\" "),
                Arguments.of("CREATE TABLE", "line 1 column 12 near \"\" "),
                Arguments.of("CREATE TABLE t (id INT", "line 1 column 22 near \"\" "),
                Arguments.of("CREATE TABLE t (id INTT)", "line 1 column 23 near \"INTT)\" "),
                Arguments.of("CREATE TABLE t (\n  id foo\n)", "line 2 column 9 near \"foo\n)\" "),
                Arguments.of("CREATE TABLE t (id INT) garbage", "line 1 column 31 near \"garbage\" "),
                Arguments.of("CREATE TABLE select (id INT)", "line 1 column 19 near \"select (id INT)\" "),
                Arguments.of("CREATE TABLE t (id INT) CHARSET=cp1251", "[parser:1115]Unknown character set: 'cp1251'"),
                Arguments.of("CREATE TABLE t (id INT) COLLATE=nope_ci", "[ddl:1273]Unknown collation: 'nope_ci'"),
                Arguments.of("", syntax),
                Arguments.of("  ; ", syntax),
                Arguments.of("SELECT 1; SELECT 2", syntax),
                Arguments.of("CREATE TABLE a (x INT); CREATE TABLE b (x INT)", syntax));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void tidbsParserSaysWhereAMistakeIs(String sql, String text) {
        assertThatThrownBy(() -> Structures.read(sql, Generation.V8))
                .isInstanceOfSatisfying(DatabaseException.class, e -> {
                    assertThat(e.error().message()).isEqualTo(text);
                    assertThat(e.error().code()).isZero();
                });
    }

    @Test
    void theLineOfAMistakeIsCountedAsTidbCounts() {
        String shown = "CREATE TABLE `t1` (\n  `id` int(11) NOT NULL,\n  `g` geometry DEFAULT NULL,\n  PRIMARY KEY"
                + " (`id`)\n) ENGINE=InnoDB DEFAULT CHARSET=latin1";
        assertThatThrownBy(() -> Structures.readMysql(shown, Generation.V8))
                .isInstanceOfSatisfying(
                        DatabaseException.class,
                        e -> assertThat(e.error().message())
                                .isEqualTo("line 3 column 15 near \"geometry DEFAULT NULL,\n  PRIMARY KEY (`id`)\n)"
                                        + " ENGINE=InnoDB DEFAULT CHARSET=latin1\" "));
    }

    @Test
    void gbkIsKnownToTheNewerParserOnly() {
        String sql = "CREATE TABLE t (id INT) CHARSET=gbk";
        assertThat(Structures.read(sql, Generation.V8)).isPresent();
        assertThatThrownBy(() -> Structures.read(sql, Generation.V5))
                .isInstanceOfSatisfying(
                        DatabaseException.class,
                        e -> assertThat(e.error().message()).isEqualTo("[parser:1115]Unknown character set: 'gbk'"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE table1",
                "SELECT 1",
                "INSERT INTO t VALUES (1)",
                "CREATE DATABASE x",
                "CREATE TABLE a LIKE b"
            })
    void anotherStatementIsNoMistakeAndNoStructure(String sql) {
        assertThat(Structures.read(sql, Generation.V5)).isEmpty();
    }

    static Stream<Arguments> wrongDefinitions() {
        return Stream.of(
                Arguments.of("CREATE TABLE t (a INT, A INT)", 1060, "Duplicate column name 'A'"),
                Arguments.of("CREATE TABLE t (a INT, PRIMARY KEY (b))", 1072, "Key column 'b' doesn't exist in table"),
                Arguments.of(
                        "CREATE TABLE t (a INT PRIMARY KEY, b INT PRIMARY KEY)", 1068, "Multiple primary key defined"),
                Arguments.of("CREATE TABLE t (a INT, KEY k (a), KEY K (a))", 1061, "Duplicate key name 'K'"),
                Arguments.of("CREATE TABLE t (a INT NOT NULL DEFAULT NULL)", 1067, "Invalid default value for 'a'"),
                Arguments.of("CREATE TABLE t (a INT DEFAULT 'x')", 1067, "Invalid default value for 'a'"),
                Arguments.of(
                        "CREATE TABLE t (a TEXT DEFAULT 'x')", 1101, "BLOB/TEXT column 'a' can't have a default value"),
                Arguments.of(
                        "CREATE TABLE t (a INT AUTO_INCREMENT)",
                        1075,
                        "Incorrect table definition; there can be only one auto column and it must be defined as a key"),
                Arguments.of(
                        "CREATE TABLE t (a TEXT, KEY (a))",
                        1170,
                        "BLOB/TEXT column 'a' used in key specification without a key length"));
    }

    @ParameterizedTest
    @MethodSource("wrongDefinitions")
    void aWrongDefinitionIsTheDatabasesError(String sql, int code, String message) {
        assertThatThrownBy(() -> Structures.read(sql, Generation.V8))
                .isInstanceOfSatisfying(DatabaseException.class, e -> {
                    assertThat(e.error().code()).isEqualTo(code);
                    assertThat(e.error().message()).isEqualTo(message);
                });
    }

    private static String line(TableStructure structure, Structures.Clustering unsaid) {
        return Structures.oneLine(Structures.tidb("t", structure, unsaid));
    }
}
