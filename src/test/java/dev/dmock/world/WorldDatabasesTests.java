package dev.dmock.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmock.space.Drafts;
import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.Kind;
import dev.dmock.space.fact.Pace;
import dev.dmock.version.ApiVersion;
import dev.dmock.world.database.ConnectionFaults;
import dev.dmock.world.database.DatabaseSession;
import dev.dmock.world.database.Databases;
import dev.dmock.world.database.model.BinlogEvent;
import dev.dmock.world.database.model.DatabaseSchema;
import dev.dmock.world.database.model.ReachableServers;
import dev.dmock.world.database.model.Role;
import dev.dmock.world.database.model.Row;
import dev.dmock.world.database.model.Server;
import dev.dmock.world.database.model.SourceAddresses;
import dev.dmock.world.database.model.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class WorldDatabasesTests {

    private static final String WORLD = """
            upstreams:
              - address: 127.0.0.1:3306
                user: root
                password: "123456"
                variables: {binlog_row_image: minimal}
                users:
                  limited: {password: "1", grants: ["SELECT ON db1.*", "RELOAD, REPLICATION SLAVE ON *.*"]}
                  nothing: {}
                databases:
                  db1:
                    v1: "CREATE VIEW v1 AS SELECT * FROM t1"
                    t1: "CREATE TABLE t1 (id INT PRIMARY KEY, c VARCHAR(20), b BLOB, d DECIMAL(5,2) DEFAULT 1)"
                    t2: "CREATE TABLE t2 (id INT AUTO_INCREMENT PRIMARY KEY, a TEXT) CHARSET=utf8 COLLATE=utf8_bin"
                  db2: {}
                sql:
                  - INSERT INTO db1.t1 VALUES (1,'it''s \\n',x'00ff',NULL),(2,NULL,NULL,3.5)
                  - INSERT INTO db1.t2 (a) VALUES ('x')
                  - ALTER DATABASE db2 CHARACTER SET utf8
            downstreams:
              - {address: "127.0.0.1:4000", user: root, password: "123456", databases: {out: {t: "CREATE TABLE t (id INT PRIMARY KEY)"}}, sql: ["INSERT INTO `out`.t VALUES (1)"]}
            """;

    private final Databases databases = new Databases(ConnectionFaults.NONE, SourceAddresses.NONE);
    private final WorldDocuments documents = new WorldDocuments();
    private final List<String> heard = new ArrayList<>();
    private final WorldDatabases worlds =
            new WorldDatabases(databases, List.of((draft, address) -> heard.add(address)));

    private static Draft draft() {
        return Drafts.empty(ApiVersion.DOCS, Pace.INSTANT);
    }

    private Draft laid(World world) {
        Draft draft = draft();
        worlds.lay(draft, world);
        return draft;
    }

    private World describe(Draft draft) {
        return worlds.describe(draft, World.standard());
    }

    @Test
    void aWorldEndsWithAnEmptyFirstBinlogFile() {
        Draft draft = laid(documents.readYaml(WORLD));
        DatabaseSession session = databases.connect(draft, Role.UPSTREAM, "localhost", 3306, "limited", "1");
        assertThat(session.masterPosition()).hasToString("(mysql-bin.000001, 151)");
        assertThat(session.gtidSet()).isEmpty();
        assertThat(session.variable("binlog_row_image")).isEqualTo("MINIMAL");
        assertThat(session.tableNames("db1")).containsExactly("t1", "t2", "v1");
        assertThat(session.account().grants().global("RELOAD")).isTrue();
    }

    @Test
    void aDescribedWorldMakesTheSameDatabases() {
        Draft draft = laid(documents.readYaml(WORLD));
        worlds.happen(
                draft,
                new WorldEvent.Sql(
                        "127.0.0.1:3306",
                        List.of(
                                "ALTER TABLE db1.t1 ADD COLUMN e ENUM('a','b') NOT NULL",
                                "FLUSH LOGS",
                                "DELETE FROM db1.t1 WHERE id=2",
                                "SET PASSWORD FOR limited = PASSWORD('2')")));
        World now = describe(draft);
        World again = describe(laid(now));
        assertThat(again).isEqualTo(now);
        assertThat(documents.read(documents.write(now))).isEqualTo(now.withApi(ApiVersion.DOCS));
        Draft second = laid(now);
        assertThat(second.all(Row.KIND)).containsExactlyElementsOf(draft.all(Row.KIND));
        assertThat(second.all(DatabaseSchema.KIND)).containsExactlyElementsOf(draft.all(DatabaseSchema.KIND));
        DatabaseSession before = databases.administer(draft, "127.0.0.1:3306").orElseThrow();
        DatabaseSession after = databases.administer(second, "127.0.0.1:3306").orElseThrow();
        assertThat(after.masterPosition()).isEqualTo(before.masterPosition());
        assertThat(after.gtidSet()).isEqualTo(before.gtidSet());
        assertThat(after.server().accounts()).isEqualTo(before.server().accounts());
        assertThat(heard).containsExactly("127.0.0.1:3306");
    }

    @Test
    void whatWasWrittenWhereAnythingCanBeReachedIsDescribed() {
        Draft draft = laid(World.standard());
        assertThat(describe(draft)).isEqualTo(World.standard());
        worlds.happen(draft, new WorldEvent.Sql("1.2.3.4:3306", List.of("INSERT INTO db1.table1 VALUES (1,'a')")));
        World now = describe(draft);
        assertThat(now.listedUpstreams().orElseThrow())
                .extracting(ServerSpec::user)
                .containsExactly((String) null);
        assertThat(now.anyUpstream()).isTrue();
        Draft again = laid(documents.read(documents.write(now)));
        assertThat(describe(again)).isEqualTo(now);
        databases.connect(again, Role.UPSTREAM, "1.2.3.4", 3306, "any", "body");
        databases.connect(again, Role.UPSTREAM, "5.6.7.8", 3306, "any", "body");
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(
                        "databases: {db1: {t: 'CREATE TABLE t (id INTT)'}}",
                        "upstreams[0].databases.db1.t",
                        "near 'INTT)' at line 1"),
                Arguments.of(
                        "databases: {db1: {t: 'CREATE TABLE x (id INT)'}}",
                        "upstreams[0].databases.db1.t",
                        "another table"),
                Arguments.of(
                        "databases: {db1: {t: 'DROP TABLE t'}}", "upstreams[0].databases.db1.t", "no CREATE TABLE"),
                Arguments.of("databases: {mysql: {}}", "upstreams[0].databases.mysql", "Can't create database 'mysql'"),
                Arguments.of(
                        "databases: {db1: {v: 'CREATE VIEW v AS SELECT * FROM t'}}",
                        "upstreams[0].databases.db1.v",
                        "Error 1146 (42S02): Table 'db1.t' doesn't exist"),
                Arguments.of("sql: ['INSERT INTO db1.t VALUES (1)']", "upstreams[0].sql[0]", "Error 1146 (42S02)"),
                Arguments.of(
                        "users: {u: {grants: ['NONSENSE ON *.*']}}", "upstreams[0].users.u.grants[0]", "Error 1064"),
                Arguments.of("users: {u: {grants: ['SELECT']}}", "upstreams[0].users.u.grants[0]", "Error 1064"),
                Arguments.of("users: {root: {}}", "upstreams[0].users.root", "Error 1396"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void whatADatabaseRefusesIsToldWithItsPath(String field, String path, String text) {
        World world = documents.readYaml("upstreams:\n  - address: a:1\n    user: root\n    " + field);
        assertThatThrownBy(() -> laid(world)).isInstanceOfSatisfying(WorldException.class, e -> {
            assertThat(e.path()).isEqualTo(path);
            assertThat(e.sentence()).contains(text);
        });
    }

    @Test
    void aStatementThatFailsIsToldWithItsNumber() {
        Draft draft = laid(documents.readYaml(WORLD));
        WorldEvent.Sql sql =
                new WorldEvent.Sql("127.0.0.1:3306", List.of("FLUSH LOGS", "INSERT INTO db1.t1 (id) VALUES (1)"));
        assertThatThrownBy(() -> worlds.happen(draft, sql)).isInstanceOfSatisfying(WorldException.class, e -> {
            assertThat(e.path()).isEqualTo("sql.statements[1]");
            assertThat(e.sentence()).isEqualTo("Error 1062 (23000): Duplicate entry '1' for key 'PRIMARY'");
        });
        assertThat(heard).isEmpty();
        assertThatThrownBy(() -> worlds.happen(draft, new WorldEvent.Sql("127.0.0.1:9", List.of())))
                .isInstanceOfSatisfying(
                        WorldException.class, e -> assertThat(e.path()).isEqualTo("sql.address"));
    }

    @Test
    void everyFactSurvivesItsStorage() {
        Draft draft = laid(documents.readYaml(WORLD));
        worlds.happen(
                draft,
                new WorldEvent.Sql(
                        "127.0.0.1:3306", List.of("UPDATE db1.t1 SET c='x'", "ALTER TABLE db1.t1 ADD KEY k (c(3))")));
        for (Kind<?> kind : List.of(
                ReachableServers.KIND, Server.KIND, DatabaseSchema.KIND, Table.KIND, Row.KIND, BinlogEvent.KIND)) {
            assertThat(draft.all(kind)).isNotEmpty().allSatisfy(WorldDatabasesTests::survives);
        }
    }

    private static void survives(Object fact) {
        JsonMapper json = JsonMapper.builder().build();
        assertThat((Object) json.readValue(json.writeValueAsString(fact), fact.getClass()))
                .isEqualTo(fact);
    }
}
