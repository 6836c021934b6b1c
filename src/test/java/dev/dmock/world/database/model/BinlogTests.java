package dev.dmock.world.database.model;

import static dev.dmock.world.database.Servers.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.space.fact.Draft;
import dev.dmock.sql.token.TableName;
import dev.dmock.world.database.DatabaseSession;
import dev.dmock.world.database.ServerSetup;
import dev.dmock.world.database.Servers;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinlogTests {

    private final Draft draft = Servers.listed();
    private final DatabaseSession mysql = Servers.mysql(draft);
    private final String uuid = mysql.server().uuid();

    @Test
    void anEmptyFirstFileEndsBehindItsDescriptionAndAnEmptyGtidSet() {
        assertThat(mysql.masterPosition()).isEqualTo(new BinlogPosition("mysql-bin.000001", 151));
        assertThat(mysql.gtidSet()).isEmpty();
    }

    @Test
    void eachTransactionGrowsTheBinlogByWhatItTakes() {
        run(mysql, "CREATE DATABASE db1", "CREATE TABLE db1.t (id INT PRIMARY KEY, c VARCHAR(20))");
        BinlogPosition before = mysql.masterPosition();
        run(
                mysql,
                "INSERT INTO db1.t VALUES (1,'a'),(2,NULL)",
                "UPDATE db1.t SET c='b' WHERE id=2",
                "UPDATE db1.t SET c='b'");
        List<BinlogEvent> events = mysql.eventsFrom(before);
        assertThat(events).hasSize(3);
        BinlogEvent insert = events.get(0);
        // GTID 48, BEGIN 68, table map 44, rows 48, commit 31
        assertThat(insert.end() - insert.start()).isEqualTo(48 + 68 + 44 + 48 + 31);
        assertThat(insert.changes())
                .containsExactly(new RowChange(null, List.of("1", "a")), new RowChange(null, Arrays.asList("2", null)));
        assertThat(insert.columns()).containsExactly("id", "c");
        assertThat(insert.gtid()).isEqualTo(uuid + ":3");
        assertThat(events.get(1).changes()).containsExactly(new RowChange(Arrays.asList("2", null), List.of("2", "b")));
        assertThat(events.get(1).startPosition()).isEqualTo(insert.endPosition());
        assertThat(events.get(2).changes()).containsExactly(new RowChange(List.of("1", "a"), List.of("1", "b")));
        assertThat(mysql.masterPosition()).isEqualTo(events.get(2).endPosition());
        assertThat(mysql.gtidSet()).isEqualTo(uuid + ":1-5");
    }

    @Test
    void statementsAreLoggedAsTheyWereWritten() {
        mysql.execute("", "create database  db1 ;");
        BinlogEvent event =
                mysql.eventsFrom(new BinlogPosition("mysql-bin.000001", 4)).get(0);
        assertThat(event.statement()).isEqualTo("create database  db1 ;");
        assertThat(event.at()).isEqualTo(draft.now());
    }

    @Test
    void changesThatChangeNothingAreNotLogged() {
        run(mysql, "CREATE DATABASE db1", "CREATE TABLE db1.t (id INT PRIMARY KEY)");
        BinlogPosition before = mysql.masterPosition();
        run(mysql, "DELETE FROM db1.t", "UPDATE db1.t SET id=1", "USE db1");
        assertThat(mysql.eventsFrom(before)).isEmpty();
    }

    @Test
    void byStatementOnlyTheStatementIsLogged() {
        run(
                mysql,
                "SET GLOBAL binlog_format='STATEMENT'",
                "CREATE DATABASE db1",
                "CREATE TABLE db1.t (id INT PRIMARY KEY)");
        BinlogPosition before = mysql.masterPosition();
        run(mysql, "INSERT INTO db1.t VALUES (1)");
        assertThat(mysql.eventsFrom(before))
                .extracting(BinlogEvent::statement)
                .containsExactly("INSERT INTO db1.t VALUES (1)");
    }

    @Test
    void flushedLogsBeginANewFile() {
        run(mysql, "CREATE DATABASE db1", "FLUSH LOGS", "FLUSH LOGS", "CREATE DATABASE db2");
        assertThat(mysql.server().binlog().files())
                .extracting(BinlogFile::name)
                .containsExactly("mysql-bin.000001", "mysql-bin.000002", "mysql-bin.000003");
        // the second file holds its description, a GTID set of one range and the rotation
        assertThat(mysql.server().binlog().files().get(1).end()).isEqualTo(191 + 47);
        assertThat(mysql.eventsFrom(new BinlogPosition("mysql-bin.000002", 4)))
                .extracting(BinlogEvent::startPosition)
                .containsExactly(new BinlogPosition("mysql-bin.000003", 191));
    }

    @Test
    void purgedFilesAreGoneWithTheirTransactions() {
        run(mysql, "CREATE DATABASE a", "FLUSH LOGS", "CREATE DATABASE b", "PURGE BINARY LOGS TO 'mysql-bin.000002'");
        assertThat(mysql.hasBinlog("mysql-bin.000001")).isFalse();
        assertThat(mysql.hasBinlog("mysql-bin.000002")).isTrue();
        assertThat(mysql.purgedGtidSet()).isEqualTo(uuid + ":1");
        assertThat(mysql.gtidSet()).isEqualTo(uuid + ":1-2");
        assertThat(mysql.eventsMissingIn("")).hasSize(1);
    }

    @Test
    void aResetMasterKnowsNothing() {
        run(mysql, "CREATE DATABASE a", "FLUSH LOGS", "RESET MASTER");
        assertThat(mysql.masterPosition()).hasToString("(mysql-bin.000001, 151)");
        assertThat(mysql.gtidSet()).isEmpty();
        assertThat(draft.all(BinlogEvent.KIND)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', 4",
        "UUID:1-2, 2",
        "UUID:2-3, 2",
        "UUID:1-4, 0",
        "UUID:1:3, 2",
        "'03fc0263-28c7-11e7-a653-6c0b84d59f30:1-9,UUID:1-3', 1",
        "nonsense, 4",
    })
    void whatAGtidSetLacksIsStillToCome(String set, int missing) {
        run(mysql, "CREATE DATABASE a", "CREATE DATABASE b", "CREATE DATABASE c", "CREATE DATABASE d");
        assertThat(mysql.eventsMissingIn(set.replace("UUID", uuid))).hasSize(missing);
    }

    @Test
    void withoutGtidModeThereAreNoGtids() {
        ServerSetup setup = ServerSetup.begin(draft, Role.UPSTREAM, Servers.MYSQL, "root", "123456");
        setup.variables(java.util.Map.of("gtid_mode", "off"));
        run(mysql, "CREATE DATABASE a");
        assertThat(mysql.gtidSet()).isEmpty();
        assertThat(mysql.eventsMissingIn("")).extracting(BinlogEvent::gtid).containsExactly("");
    }

    @Test
    void tidbHasNoBinlog() {
        DatabaseSession tidb = Servers.tidb(draft);
        run(tidb, "CREATE DATABASE db1", "CREATE TABLE db1.t (id INT)");
        tidb.insert(new TableName("db1", "t"), List.of("id"), List.of(List.of("1")));
        assertThat(draft.all(BinlogEvent.KIND)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"UUID:1-3, true", "'', true", "nonsense, false", "UUID, false"})
    void aGtidSetIsReadOrNot(String text, boolean valid) {
        assertThat(GtidSet.parse(text.replace("UUID", uuid)).isPresent()).isEqualTo(valid);
    }
}
