package dev.dmock.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.sql.structure.DdlOperation;
import dev.dmock.sql.token.TableName;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DdlTests {

    static Stream<Arguments> restored() {
        return Stream.of(
                Arguments.of(
                        "ALTER TABLE db1.t1 ADD COLUMN d INT", List.of("ALTER TABLE `db1`.`t1` ADD COLUMN `d` INT")),
                Arguments.of(
                        "alter table t1 add d varchar(10) not null default 'x' after c, drop e, add index k (a, b(3))",
                        List.of(
                                "ALTER TABLE `test`.`t1` ADD COLUMN `d` VARCHAR(10) NOT NULL DEFAULT 'x' AFTER `c`",
                                "ALTER TABLE `test`.`t1` DROP COLUMN `e`",
                                "ALTER TABLE `test`.`t1` ADD INDEX `k`(`a`, `b`(3))")),
                Arguments.of(
                        "alter table `t1` add column (c1 int, c2 bigint unsigned)",
                        List.of(
                                "ALTER TABLE `test`.`t1` ADD COLUMN `c1` INT",
                                "ALTER TABLE `test`.`t1` ADD COLUMN `c2` BIGINT UNSIGNED")),
                Arguments.of(
                        "alter table `s1`.`t1` add column c1 int, rename to `xx`.`t2`, drop column c2",
                        List.of(
                                "ALTER TABLE `s1`.`t1` ADD COLUMN `c1` INT",
                                "ALTER TABLE `s1`.`t1` RENAME AS `xx`.`t2`",
                                "ALTER TABLE `xx`.`t2` DROP COLUMN `c2`")),
                Arguments.of(
                        "alter table t modify a int first, change b c decimal(5,2) null, alter d set default 5, drop primary"
                                + " key, add primary key (a), add unique (b), drop index k, rename index k to l, engine=innodb",
                        List.of(
                                "ALTER TABLE `test`.`t` MODIFY COLUMN `a` INT FIRST",
                                "ALTER TABLE `test`.`t` CHANGE COLUMN `b` `c` DECIMAL(5,2) NULL",
                                "ALTER TABLE `test`.`t` ALTER COLUMN `d` SET DEFAULT 5",
                                "ALTER TABLE `test`.`t` DROP PRIMARY KEY",
                                "ALTER TABLE `test`.`t` ADD PRIMARY KEY(`a`)",
                                "ALTER TABLE `test`.`t` ADD UNIQUE(`b`)",
                                "ALTER TABLE `test`.`t` DROP INDEX `k`",
                                "ALTER TABLE `test`.`t` RENAME INDEX `k` TO `l`",
                                "ALTER TABLE `test`.`t` ENGINE = innodb")),
                Arguments.of("create schema `s1`", List.of("CREATE DATABASE IF NOT EXISTS `s1`")),
                Arguments.of("drop schema `s1`", List.of("DROP DATABASE IF EXISTS `s1`")),
                Arguments.of(
                        "alter database `test` charset utf8mb4",
                        List.of("ALTER DATABASE `test` CHARACTER SET = utf8mb4")),
                Arguments.of(
                        "drop table `s1`.`t1`, `xx`",
                        List.of("DROP TABLE IF EXISTS `s1`.`t1`", "DROP TABLE IF EXISTS `test`.`xx`")),
                Arguments.of(
                        "create table `t1` (id int primary key, key k (id)) default charset=utf8",
                        List.of("CREATE TABLE IF NOT EXISTS `test`.`t1` (`id` INT PRIMARY KEY,INDEX `k`(`id`)) DEFAULT"
                                + " CHARACTER SET = UTF8")),
                Arguments.of(
                        "create table `t1` like `xx`.`t2`",
                        List.of("CREATE TABLE IF NOT EXISTS `test`.`t1` LIKE `xx`.`t2`")),
                Arguments.of("truncate table `t1`", List.of("TRUNCATE TABLE `test`.`t1`")),
                Arguments.of(
                        "rename table `t1` to `t2`, `s1`.`t1` to `t2`",
                        List.of("RENAME TABLE `test`.`t1` TO `test`.`t2`", "RENAME TABLE `s1`.`t1` TO `test`.`t2`")),
                Arguments.of("drop index i1 on `t1`", List.of("DROP INDEX /*T! IF EXISTS  */`i1` ON `test`.`t1`")),
                Arguments.of(
                        "create unique index i1 on `t1`(`c1`) comment 'x'",
                        List.of("CREATE UNIQUE INDEX `i1` ON `test`.`t1` (`c1`) COMMENT 'x'")));
    }

    @Test
    void stringsCanBeRestoredWithTheirCharacterSet() {
        String sql = "ALTER TABLE t ADD COLUMN d VARCHAR(10) DEFAULT 'it''s' COMMENT 'x', ALTER c SET DEFAULT 'y',"
                + " ADD e INT DEFAULT 5";
        assertThat(DdlOperation.split(sql, "db1"))
                .extracting(ddl -> ddl.withIntroducers().restore())
                .containsExactly(
                        "ALTER TABLE `db1`.`t` ADD COLUMN `d` VARCHAR(10) DEFAULT _UTF8MB4'it''s' COMMENT 'x'",
                        "ALTER TABLE `db1`.`t` ALTER COLUMN `c` SET DEFAULT _UTF8MB4'y'",
                        "ALTER TABLE `db1`.`t` ADD COLUMN `e` INT DEFAULT 5");
    }

    @ParameterizedTest
    @MethodSource("restored")
    void eachOperationIsRestoredByItself(String sql, List<String> statements) {
        assertThat(DdlOperation.split(sql, "test"))
                .extracting(DdlOperation::restore)
                .isEqualTo(statements);
    }

    @Test
    void aStatementIsRewrittenForItsTarget() {
        DdlOperation ddl =
                DdlOperation.split("ALTER TABLE db1.t1 ADD COLUMN d INT", "").get(0);
        assertThat(ddl.restore(t -> new TableName("db1", "t"))).isEqualTo("ALTER TABLE `db1`.`t` ADD COLUMN `d` INT");
        assertThat(ddl.tables()).containsExactly(new TableName("db1", "t1"));
        assertThat(ddl.eventType()).isEqualTo("alter table");
        assertThat(ddl.change()).isEqualTo(DdlKind.ADD_COLUMN);
    }

    @Test
    void aRenamingHasBothTables() {
        DdlOperation ddl = DdlOperation.split("RENAME TABLE a TO b", "db1").get(0);
        assertThat(ddl.restore(t -> new TableName("x", t.table() + "_")))
                .isEqualTo("RENAME TABLE `x`.`a_` TO `x`.`b_`");
        assertThat(ddl.eventType()).isEqualTo("rename table");
    }

    @Test
    void aTableIsCreatedWithAllItHas() {
        String sql =
                "CREATE TABLE db1.t9 (id INT(11) UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'n', t TIMESTAMP NULL DEFAULT"
                        + " CURRENT_TIMESTAMP ON UPDATE CURRENT_TIMESTAMP, e ENUM('a','b''c') CHARACTER SET utf8, PRIMARY KEY (id),"
                        + " UNIQUE KEY uk (e), CONSTRAINT fk FOREIGN KEY (id) REFERENCES b(id) ON DELETE CASCADE) ENGINE=InnoDB"
                        + " AUTO_INCREMENT=5 COMMENT='x'";
        assertThat(DdlOperation.split(sql, "").get(0).restore())
                .isEqualTo(
                        "CREATE TABLE IF NOT EXISTS `db1`.`t9` (`id` INT(11) UNSIGNED NOT NULL AUTO_INCREMENT COMMENT 'n',"
                                + "`t` TIMESTAMP NULL DEFAULT CURRENT_TIMESTAMP() ON UPDATE CURRENT_TIMESTAMP(),"
                                + "`e` ENUM('a','b''c') CHARACTER SET UTF8,PRIMARY KEY(`id`),UNIQUE `uk`(`e`),"
                                + "CONSTRAINT `fk` FOREIGN KEY (`id`) REFERENCES `b`(`id`) ON DELETE CASCADE) ENGINE = InnoDB"
                                + " AUTO_INCREMENT = 5 COMMENT = 'x'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GRANT ALL ON *.* TO 'x'@'%'",
                "CREATE VIEW v AS SELECT 1",
                "FLUSH LOGS",
                "INSERT INTO t VALUES (1)",
                "CREATE USER x"
            })
    void whatIsNoDdlOfTablesHasNoOperation(String sql) {
        assertThat(DdlOperation.split(sql, "db1")).isEmpty();
    }
}
