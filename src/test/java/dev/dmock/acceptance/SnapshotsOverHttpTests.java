package dev.dmock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.conformance.CaseJson;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A space that was put back to a snapshot answers everything as it did then, and goes on from there. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SnapshotsOverHttpTests {

    @LocalServerPort
    private int port;

    private TestSpace space() {
        return new TestSpace(port, "snapshot-" + UUID.randomUUID());
    }

    /** Two sources, of which one waits for the other's DDL, and one task that failed. */
    private static void prepare(TestSpace space) {
        space.start("{\"pace\": \"manual\"}");
        space.createSource("s1", 3306);
        space.createSource("s2", 3307);
        space.sql(3306, "INSERT INTO db1.table1 (id) VALUES (101), (102)");
        space.sql(3307, "INSERT INTO db1.table1 (id) VALUES (201)");
        space.createTask("t1", "all", "s1", "s2");
        space.advance("PT1M");
        space.sql(3306, "ALTER TABLE db1.table1 ADD COLUMN extra INT");
        space.advance("PT1M");
        space.createTask("t2", "full", "s2");
        space.advance("PT0.2S");
    }

    private static void goOn(TestSpace space) {
        space.sql(3307, "ALTER TABLE db1.table1 ADD COLUMN extra INT");
        space.advance("PT1H");
        space.send("PATCH", "/_dmock/world", "{\"worker_offline\": \"worker1\"}");
    }

    @Test
    void everythingIsAsItWas() {
        TestSpace space = space();
        prepare(space);
        String before = space.everything();
        space.send("POST", "/_dmock/snapshots", "{\"name\": \"before\"}");
        goOn(space);
        space.send("DELETE", "/api/v1/sources/s2?force=true");
        String after = space.everything();

        space.send("POST", "/_dmock/snapshots/before/restore");
        assertThat(space.everything()).isEqualTo(before).isNotEqualTo(after);
    }

    @Test
    void whatFollowsIsTheSameAgain() {
        TestSpace space = space();
        prepare(space);
        space.send("POST", "/_dmock/snapshots", "{\"name\": \"before\"}");
        goOn(space);
        String first = space.everything();

        space.send("POST", "/_dmock/snapshots/before/restore");
        goOn(space);
        assertThat(space.everything()).isEqualTo(first);
    }

    @Test
    void aDocumentCarriesItToAnotherSpace() {
        TestSpace space = space();
        prepare(space);
        space.send("POST", "/_dmock/snapshots", "{\"name\": \"before\"}");
        JsonNode document = space.get("/_dmock/snapshots/before?secrets=true");
        TestSpace other = space();

        other.send("PUT", "/_dmock/snapshots/copy", document.toString());
        assertThat(other.get("/_dmock/snapshots").at("/snapshots/0/name").asString())
                .isEqualTo("copy");
        assertThat(other.get("/_dmock/snapshots/copy?secrets=true")).isEqualTo(document);
        other.send("POST", "/_dmock/snapshots/copy/restore");
        assertThat(other.everything()).isEqualTo(space.everything());
    }

    @Test
    void withoutSecretsItIsToLookAt() {
        TestSpace space = space();
        prepare(space);
        space.send("POST", "/_dmock/snapshots", "{\"name\": \"before\"}");
        JsonNode shown = space.get("/_dmock/snapshots/before");

        assertThat(shown.toString()).doesNotContain("123456").contains("\"password\":\"******\"");
        assertThat(shown.get("format").intValue()).isEqualTo(1);
        assertThat(space.refused("PUT", "/_dmock/snapshots/copy", shown.toString())
                        .get("path")
                        .asString())
                .isEqualTo("secrets");
        space.send("DELETE", "/_dmock/snapshots/before");
        assertThat(space.get("/_dmock/snapshots").toString()).isEqualTo("{\"snapshots\":[],\"total\":0}");
    }

    /** What was put together by hand is taken only if it is whole. */
    @ParameterizedTest
    @CsvSource({
        "/format, 2, format",
        "/facts/subtask/0/config, null, facts.subtask[0].config",
        "/facts/subtask/0/stage, \"Flying\", facts.subtask[0]",
        "/facts/subtask/0/worker, \"worker9\", facts.subtask",
        "/facts/subtask/0/source, \"s9\", facts.subtask",
        "/facts/source, [], facts.worker",
        "/facts/source/0/port, -1, facts.source",
        "/facts/worker/0/source, \"s9\", facts.worker",
        "/facts/binding/0/worker, \"worker9\", facts.worker",
        "/facts/binding, [], facts.worker",
        "/facts/subtaskOf, [], facts.subtaskOf",
        "/facts/server/0/accounts, {\"root\":null}, facts.server[0].accounts.root",
        "/facts/table/0/structure/indexes/0/parts/0/column, \"nix\", facts.table",
        "/facts/row/0/values, [], facts.row",
        "/facts/schema, [], facts.table",
    })
    void aDocumentThatDoesNotFitTogetherIsRefused(String pointer, String value, String path) {
        TestSpace space = space();
        prepare(space);
        space.send("POST", "/_dmock/snapshots", "{\"name\": \"before\"}");
        ObjectNode document = (ObjectNode) space.get("/_dmock/snapshots/before?secrets=true");
        int last = pointer.lastIndexOf('/');
        ObjectNode parent = (ObjectNode) document.at(pointer.substring(0, last));
        parent.set(pointer.substring(last + 1), CaseJson.read(value));

        JsonNode refused = space.refused("PUT", "/_dmock/snapshots/copy", document.toString());

        assertThat(refused.get("path").asString()).as(refused.toString()).isEqualTo(path);
        assertThat(space.get("/_dmock/snapshots").get("total").intValue()).isEqualTo(1);
    }

    @Test
    void aRunningSpaceGoesOnFromTheMoment() {
        TestSpace space = space();
        space.start("{\"pace\": \"real\"}");
        space.createSource("s1", 3306);
        space.createTask("t1", "all", "s1");
        space.send("POST", "/_dmock/snapshots", "{\"name\": \"before\"}");
        space.advance("PT1H");
        assertThat(space.get("/_dmock/wait?task=t1&unit=Sync&timeout=PT0S")
                        .get("met")
                        .booleanValue())
                .isTrue();

        space.send("POST", "/_dmock/snapshots/before/restore");
        assertThat(space.get("/_dmock/wait?task=t1&unit=Sync&timeout=PT0S")
                        .get("met")
                        .booleanValue())
                .isFalse();
        assertThat(space.get("/_dmock/wait?task=t1&unit=Sync&timeout=PT20S")
                        .get("met")
                        .booleanValue())
                .isTrue();
    }
}
