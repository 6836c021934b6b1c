package dev.dmock.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Values are found in an answer by keys, positions and choices. */
class ValuePathTests {

    private static final JsonNode WORKERS = CaseJson.read("""
            {"total": 3, "data": [
              {"name": "worker1", "bound_stage": "bound", "sync_status": {"syncer_binlog": "(a, 4)"}},
              {"name": "worker2", "bound_stage": "free"},
              {"name": "worker3", "bound_stage": "free"}]}
            """);

    @ParameterizedTest
    @CsvSource({
        "total, 3",
        "data.0.name, worker1",
        "data.name, worker1",
        "data.0.sync_status.syncer_binlog, '(a, 4)'",
        "data[bound_stage=free].name, worker2",
        "data[bound_stage=free].1.name, worker3",
    })
    void finds(String path, String value) {
        assertThat(new ValuePath(path).in(WORKERS)).map(JsonNode::asString).contains(value);
    }

    @ParameterizedTest
    @CsvSource({"data.3.name", "data[bound_stage=offline].name", "nothing", "data.0.nothing", "total.more.still"})
    void findsNothing(String path) {
        assertThat(new ValuePath(path).in(WORKERS)).isEmpty();
    }
}
