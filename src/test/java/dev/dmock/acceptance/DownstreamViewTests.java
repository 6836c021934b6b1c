package dev.dmock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What a migration has written is seen in the world: tables, structures and numbers of rows. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DownstreamViewTests {

    private static final String SHARDS = """
            {"shop_%d": {"orders": "CREATE TABLE orders (id INT PRIMARY KEY, c INT)",
                         "drafts": "CREATE TABLE drafts (id INT PRIMARY KEY)"}}""";

    @LocalServerPort
    private int port;

    private TestSpace space() {
        return new TestSpace(port, "view-" + UUID.randomUUID());
    }

    private static String upstream(int number) {
        return """
                {"address": "127.0.0.1:330%d", "user": "root", "password": "123456", "databases": %s,
                 "sql": ["INSERT INTO shop_%d.orders VALUES (%d1, 1), (%d2, 2)", "INSERT INTO shop_%d.drafts VALUES (1)"]}""".formatted(number, SHARDS.formatted(number), number, number, number, number);
    }

    /** Two shards are routed into one table, without what a filter holds back. */
    private static void migrate(TestSpace space, String api, String pace) {
        space.start("""
                {"api": "%s", "pace": "%s", "upstreams": [%s, %s],
                 "downstreams": [{"address": "127.0.0.1:4000", "user": "root", "password": "123456",
                  "databases": {"shop": {}}}]}""".formatted(api, pace, upstream(6), upstream(7)));
        for (int i = 6; i <= 7; i++) {
            String source = """
                    {"source_name": "s%d", "host": "127.0.0.1", "port": 330%d, "user": "root", "password": "123456",
                     "enable_gtid": false, "enable": true}""".formatted(i, i);
            space.send("POST", "/api/v1/sources", api.startsWith("v8") ? "{\"source\": " + source + "}" : source);
        }
        String rule = """
                {"source": {"source_name": "s%d", "schema": "shop_*", "table": "orders"},
                 "target": {"schema": "shop", "table": "orders"}, "binlog_filter_rule": ["no-deletes"]}""";
        space.send("POST", "/api/v1/tasks", """
                {"remove_meta": false, "task": {"name": "t", "task_mode": "all", "shard_mode": "pessimistic",
                 "enhance_online_schema_change": true, "on_duplicate": "error",
                 "target_config": {"host": "127.0.0.1", "port": 4000, "user": "root", "password": "123456"},
                 "binlog_filter_rule": {"no-deletes": {"ignore_event": ["delete"]}},
                 "table_migrate_rule": [%s, %s],
                 "source_config": {"source_conf": [{"source_name": "s6"}, {"source_name": "s7"}]}}}""".formatted(rule.formatted(6), rule.formatted(7)));
        if (api.startsWith("v8")) {
            space.send("POST", "/api/v1/tasks/t/start", "{}");
        }
    }

    private static JsonNode downstream(TestSpace space) {
        return space.get("/_dmock/world").at("/downstreams/0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs", "v5.3", "v8.1", "v8.5"})
    void shardsAreMergedAndFiltered(String api) {
        TestSpace space = space();
        migrate(space, api, "instant");
        assertThat(downstream(space).at("/rows/shop").toString()).isEqualTo("{\"orders\":4}");

        space.sql(3306, "INSERT INTO shop_6.orders VALUES (63, 3)");
        space.sql(3307, "DELETE FROM shop_7.orders");
        space.sql(3307, "INSERT INTO shop_7.drafts VALUES (2)");
        assertThat(downstream(space).at("/rows/shop").toString()).isEqualTo("{\"orders\":5}");

        space.sql(3306, "ALTER TABLE shop_6.orders ADD COLUMN d INT");
        assertThat(downstream(space).at("/databases/shop/orders").asString()).doesNotContain("`d`");
        space.sql(3307, "ALTER TABLE shop_7.orders ADD COLUMN d INT");
        assertThat(downstream(space).at("/databases/shop/orders").asString()).contains("`d` int(11) DEFAULT NULL");
    }

    @Test
    void nothingIsThereBeforeItIsWritten() {
        TestSpace space = space();
        migrate(space, "v5.3", "manual");
        assertThat(downstream(space).at("/rows/shop").isMissingNode()).isTrue();
        space.advance("PT10S");
        assertThat(downstream(space).at("/rows/shop/orders").intValue()).isEqualTo(4);
    }

    @Test
    void theWorldWithItsNumbersOfRowsCanBeLaidAgain() {
        TestSpace space = space();
        migrate(space, "v5.3", "instant");
        JsonNode world = space.get("/_dmock/world");
        TestSpace other = space();
        other.start(world.toString());
        assertThat(other.get("/_dmock/world")).isEqualTo(world);

        String wrong = world.toString().replace("\"orders\":4", "\"orders\":5");
        JsonNode refused = other.refused("PUT", "/_dmock/world", wrong);
        assertThat(refused.toString())
                .isEqualTo("{\"path\":\"downstreams[0].rows.shop.orders\","
                        + "\"error\":\"There are 4 rows after all statements.\"}");
        assertThat(other.get("/_dmock/world")).isEqualTo(world);
    }
}
