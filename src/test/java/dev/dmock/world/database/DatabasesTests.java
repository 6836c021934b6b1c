package dev.dmock.world.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmock.space.fact.Draft;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.sql.token.TableName;
import dev.dmock.version.Generation;
import dev.dmock.world.database.model.BinlogPosition;
import dev.dmock.world.database.model.Role;
import dev.dmock.world.database.model.Server;
import dev.dmock.world.database.model.SourceAddresses;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabasesTests {

    private final Databases databases = new Databases(ConnectionFaults.NONE, SourceAddresses.NONE);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "127.0.0.1 | 3399 | root | 123456 | dial tcp 127.0.0.1:3399: connect: connection refused",
                "localhost | 3399 | root | 123456 | dial tcp 127.0.0.1:3399: connect: connection refused",
                "\"\" | 0 | \"\" | \"\" | dial tcp :0: connect: connection refused",
                "\"\" | 3399 | root | 123456 | dial tcp :3399: connect: connection refused",
                "127.0.0.1 | 70000 | root | 123456 | dial tcp: address 70000: invalid port",
                "127.0.0.1 | -1 | root | 123456 | dial tcp: address -1: invalid port",
                "127.0.0.1 | 3306 | root | no | Error 1045 (28000): Access denied for user 'root'@'localhost' (using password: YES)",
                "\"\" | 3306 | nobody | x | Error 1045 (28000): Access denied for user 'nobody'@'localhost' (using password: YES)",
                "127.0.0.1 | 3306 | root | \"\" | Error 1045 (28000): Access denied for user 'root'@'localhost' (using password: NO)",
                "127.0.0.1 | 4000 | nobody | x | Error 1045 (28000): Access denied for user 'nobody'@'127.0.0.1' (using password: YES)",
            })
    void aConnectionFailsInTheDriversWords(String host, int port, String user, String password, String text) {
        assertThatThrownBy(() -> databases.connect(Servers.listed(), Role.UPSTREAM, host, port, user, password))
                .isInstanceOfSatisfying(
                        DatabaseException.class,
                        e -> assertThat(e.error().text(Generation.V8)).isEqualTo(text));
    }

    @Test
    void theOlderDriverLeavesOutTheState() {
        assertThatThrownBy(() -> databases.connect(Servers.listed(), Role.UPSTREAM, "localhost", 3306, "root", ""))
                .isInstanceOfSatisfying(
                        DatabaseException.class,
                        e -> assertThat(e.error().text(Generation.V5))
                                .isEqualTo(
                                        "Error 1045: Access denied for user 'root'@'localhost' (using password: NO)"));
    }

    @Test
    void whereNothingIsListedAnyAddressHasATable() {
        Draft draft = Servers.unlisted();
        DatabaseSession session = databases.connect(draft, Role.UPSTREAM, "10.0.0.7", 3306, "anyone", "anything");
        assertThat(session.schemaNames()).containsExactly("information_schema", "db1", "mysql", "performance_schema");
        assertThat(session.tableNames("db1")).containsExactly("table1");
        assertThat(session.masterPosition()).hasToString("(mysql-bin.000001, 151)");
        assertThat(databases
                        .connect(draft, Role.DOWNSTREAM, "10.0.0.8", 4000, "a", "b")
                        .userSchemaNames())
                .isEmpty();
        assertThat(draft.all(Server.KIND)).isEmpty();
    }

    @Test
    void aServerIsKeptOnceSomethingWasWrittenToIt() {
        Draft draft = Servers.unlisted();
        databases.execute(draft, "10.0.0.7:3306", List.of("INSERT INTO db1.table1 VALUES (1,'a')"));
        databases.execute(draft, "10.0.0.7:4000", List.of("CREATE DATABASE out1"));
        assertThat(draft.all(Server.KIND)).extracting(Server::role).containsExactly(Role.UPSTREAM, Role.DOWNSTREAM);
        DatabaseSession session = databases.connect(draft, Role.UPSTREAM, "10.0.0.7", 3306, "x", "y");
        assertThat(session.rows(new TableName("db1", "table1"))).hasSize(1);
        assertThat(session.gtidSet()).isEqualTo(session.server().uuid() + ":1");
    }

    @Test
    void whereNothingIsListedAnAddressPlaysBothRolesApart() {
        Draft draft = Servers.unlisted();
        Databases withSource = new Databases(ConnectionFaults.NONE, (space, address) -> address.endsWith(":3306"));
        DatabaseSession target = withSource.connect(draft, Role.DOWNSTREAM, "a", 3306, "x", "y");
        target.createSchemaIfMissing("out1");
        withSource.execute(draft, "a:3306", List.of("INSERT INTO db1.table1 VALUES (1,'a')"));
        DatabaseSession source = withSource.connect(draft, Role.UPSTREAM, "a", 3306, "x", "y");
        assertThat(source.rows(new TableName("db1", "table1"))).hasSize(1);
        assertThat(source.userSchemaNames()).containsExactly("db1");
        assertThat(target.userSchemaNames()).containsExactly("out1");
        assertThat(source.variable("server_id")).isEqualTo("1");
        assertThat(draft.all(Server.KIND)).extracting(Server::reachedAt).containsExactly("a:3306", "a:3306");
    }

    @Test
    void whereNothingIsListedAServerHasTheBinlogThatIsNamed() {
        Draft draft = Servers.unlisted();
        DatabaseSession source = databases.connect(draft, Role.UPSTREAM, "a", 3306, "x", "y");
        AssumedBinlog.provide(draft, "a:3306", "mysql-bin.000003", 4, "");
        AssumedBinlog.provide(draft, "a:3306", "binlog.000007", 900, "03fc0263-28c7-11e7-a653-6c0b84d59f30:1-9");
        assertThat(source.hasBinlog("mysql-bin.000001")).isTrue();
        assertThat(source.hasBinlog("binlog.000007")).isTrue();
        assertThat(source.masterPosition()).hasToString("(mysql-bin.000003, 151)");
        source.execute("", "INSERT INTO db1.table1 VALUES (1,'a')");
        assertThat(source.gtidSet())
                .isEqualTo("03fc0263-28c7-11e7-a653-6c0b84d59f30:1-9,"
                        + source.server().uuid() + ":1");
        assertThat(BinlogDump.refusal(source, new BinlogPosition("binlog.000007", 900)))
                .isEmpty();
        assertThat(source.eventsFrom(new BinlogPosition("binlog.000007", 900))).hasSize(1);
    }

    @Test
    void aListedServerHasItsOwnBinlogOnly() {
        Draft draft = Servers.listed();
        AssumedBinlog.provide(draft, Servers.MYSQL, "mysql-bin.000003", 4, "03fc0263-28c7-11e7-a653-6c0b84d59f30:1-9");
        assertThat(Servers.mysql(draft).hasBinlog("mysql-bin.000003")).isFalse();
        assertThat(Servers.mysql(draft).gtidSet()).isEmpty();
    }

    @Test
    void aServersUuidIsThatOfItsAddress() {
        Draft draft = Servers.unlisted();
        String one = databases
                .connect(draft, Role.UPSTREAM, "a", 3306, "", "")
                .server()
                .uuid();
        assertThat(databases
                        .connect(draft, Role.UPSTREAM, "a", 3306, "", "")
                        .server()
                        .uuid())
                .isEqualTo(one)
                .matches("[0-9a-f-]{36}");
        assertThat(databases
                        .connect(draft, Role.UPSTREAM, "b", 3306, "", "")
                        .server()
                        .uuid())
                .isNotEqualTo(one);
    }

    @ParameterizedTest
    @CsvSource({
        "3306, server_id, 1",
        "3307, server_id, 2",
        "3306, SERVER_ID, 1",
        "3306, binlog_format, ROW",
        "3306, binlog_row_image, FULL",
        "3306, gtid_mode, ON",
        "3306, lower_case_table_names, 0",
        "4000, lower_case_table_names, 2",
        "4000, version, 8.0.11-TiDB-v8.1.0",
    })
    void variablesHaveTheirDefaults(int port, String name, String value) {
        Role role = port == 4000 ? Role.DOWNSTREAM : Role.UPSTREAM;
        DatabaseSession session = databases.connect(Servers.unlisted(), role, "127.0.0.1", port, "", "");
        assertThat(session.variable(name)).isEqualTo(value);
    }
}
