package dev.dmock.world.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.dmock.space.fact.Draft;
import dev.dmock.sql.structure.Structures;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.version.Generation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever text comes, a database answers it or refuses it in its own words, and soon. */
class HostileSqlTests {

    private static final List<String> PIECES = List.of(
            "(",
            ")",
            ",",
            ";",
            "'",
            "`",
            "\"",
            "/*",
            "*/",
            "--",
            "\\",
            "@",
            "=",
            "NULL",
            "SELECT",
            "0",
            "99999999999999999999",
            "1e999999999",
            "1e99999999999",
            "-",
            "``",
            "x'0'",
            "x'g'",
            "b'2'",
            "0x",
            "DEFAULT",
            "KEY",
            "\0",
            "ä",
            "😀",
            ".",
            "%");

    static List<String> statements() {
        return List.of(
                "CREATE TABLE db1.x (id INT(11) UNSIGNED NOT NULL DEFAULT 5 COMMENT 'c', d DECIMAL(10,2), e ENUM('a','b'), PRIMARY KEY (id), KEY k (d, e(3))) ENGINE=InnoDB AUTO_INCREMENT=7 DEFAULT CHARSET=utf8 COLLATE=utf8_bin",
                "ALTER TABLE db1.t ADD COLUMN d VARCHAR(10) AFTER id, DROP COLUMN c, ADD UNIQUE KEY u (d), MODIFY n BIGINT",
                "INSERT INTO db1.t (id, c, n) VALUES (1, 'a', 2 + 3 * 4), (-2, NULL, DEFAULT) ON DUPLICATE KEY UPDATE n = VALUES(n) + 1",
                "UPDATE db1.t SET c = CONCAT('a', REPEAT(c, 3)), n = n / 0 WHERE id IN (1, 2) AND NOT c LIKE 'a%' OR n BETWEEN 1 AND 2 LIMIT 3",
                "DELETE FROM db1.t WHERE id = 1 XOR c IS NOT NULL",
                "GRANT SELECT, INSERT ON `db1`.* TO 'u'@'%' IDENTIFIED BY 'x' WITH GRANT OPTION",
                "CREATE OR REPLACE VIEW db1.v AS SELECT a.*, (SELECT 1) FROM db1.t a JOIN db1.t b ON a.id = b.id",
                "RENAME TABLE db1.t TO db1.s, db1.s TO db1.t",
                "SET GLOBAL binlog_format = 'ROW'",
                "SET PASSWORD FOR 'u'@'%' = PASSWORD('y')",
                "PURGE BINARY LOGS TO 'mysql-bin.000001'",
                "CREATE UNIQUE INDEX i ON db1.t (c(3), n) USING BTREE COMMENT 'x'");
    }

    private static Draft draft() {
        Draft draft = Servers.listed();
        for (DatabaseSession session : List.of(Servers.mysql(draft), Servers.tidb(draft))) {
            Servers.run(
                    session, "CREATE DATABASE db1", "CREATE TABLE db1.t (id INT PRIMARY KEY, c VARCHAR(20), n INT)");
            Servers.run(session, "INSERT INTO db1.t VALUES (1,'a',1),(2,'b',2)");
        }
        return draft;
    }

    private static void isAnsweredOrRefused(String sql) {
        Draft draft = draft();
        for (DatabaseSession session : List.of(Servers.mysql(draft), Servers.tidb(draft))) {
            try {
                session.execute("", sql);
            } catch (DatabaseException e) {
                assertThat(e.error().message()).isNotBlank();
            } catch (RuntimeException | StackOverflowError e) {
                fail("for " + sql, e);
            }
        }
        try {
            Structures.parse(sql);
        } catch (DatabaseException e) {
            assertThat(e.error().text(Generation.V5)).isNotNull();
        } catch (RuntimeException | StackOverflowError e) {
            fail("as a structure, for " + sql, e);
        }
    }

    @ParameterizedTest
    @MethodSource("statements")
    void aSpoiltStatementIsRefused(String statement) {
        List<String> words = List.of(statement.split("(?<=[^A-Za-z0-9_])|(?=[^A-Za-z0-9_])"));
        Random chance = new Random(statement.hashCode());
        for (int at = 0; at <= words.size(); at++) {
            List<String> more = new ArrayList<>(words);
            more.add(at, PIECES.get(chance.nextInt(PIECES.size())));
            isAnsweredOrRefused(String.join("", more));
            if (at < words.size()) {
                List<String> other = new ArrayList<>(words);
                other.set(at, PIECES.get(chance.nextInt(PIECES.size())));
                isAnsweredOrRefused(String.join("", other));
                other.remove(at);
                isAnsweredOrRefused(String.join("", other));
                isAnsweredOrRefused(String.join("", words.subList(0, at)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"(", "NOT ", "-", "!", "1+", "CONCAT(", "1 IN (", "/*", "'", "`", "DEFAULT,", "(((1)+", "a."})
    void manyOfOneKindDoNotExhaustTheParser(String piece) {
        for (String head : List.of(
                "INSERT INTO db1.t VALUES (",
                "UPDATE db1.t SET n = ",
                "SELECT ",
                "CREATE TABLE db1.y (a INT DEFAULT ")) {
            isAnsweredOrRefused(head + piece.repeat(20_000));
        }
    }

    @Test
    void longTextsAreNotLookedAtAgainAndAgain() {
        String blanks = " ".repeat(60_000) + "x";
        Assertions.assertThatCode(() -> {
                    Draft draft = draft();
                    DatabaseSession session = Servers.mysql(draft);
                    Servers.run(session, "CREATE TABLE db1.l (a TEXT, KEY (a(10)))");
                    org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> {
                        session.execute("", "INSERT INTO db1.l VALUES ('" + blanks + "')");
                        session.execute("", "DELETE FROM db1.l WHERE a = '" + blanks + "' AND a LIKE '%x%x%x%x%x%x%x'");
                    });
                })
                .doesNotThrowAnyException();
    }
}
