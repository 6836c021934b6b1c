package dev.dmock.space.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.dmock.space.Database;
import dev.dmock.space.SpaceCache;
import dev.dmock.space.SpaceServer;
import dev.dmock.space.SpaceServer.Alarm;
import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.SpaceSettings;
import dev.dmock.space.fact.TimelineEntry;
import dev.dmock.space.store.SpaceName;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A space that goes back to a snapshot is what it was, its clock included; what could not be restored is refused. */
@ParameterizedClass
@EnumSource(Database.class)
class SnapshotsTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final SpaceName A = new SpaceName("a");
    private static final SpaceName B = new SpaceName("b");
    private static final SnapshotName NAME = new SnapshotName("before");

    private final SpaceServer server;

    SnapshotsTests(Database kept) {
        server = new SpaceServer(kept, SpaceCache.MOST);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private int rung(SpaceName space) {
        return server.spaces.read(space, draft -> SpaceServer.rung(draft, "x"));
    }

    private JsonNode facts(SpaceName space) {
        return document(space).get("facts");
    }

    private JsonNode document(SpaceName space) {
        SnapshotName now = new SnapshotName("now");
        server.snapshots.save(space, now);
        return server.snapshots.find(space, now).orElseThrow();
    }

    private void advance(Duration by) {
        server.spaces.change(
                A,
                draft -> draft.change(
                        SpaceSettings.KIND, s -> s.withClock(s.clock().advance(by)), ""));
    }

    @Test
    void aFrozenSpaceIsExactlyWhatItWas() {
        server.spaces.change(A, draft -> {
            SpaceServer.freeze(draft);
            draft.put(Alarm.KIND, new Alarm("x", draft.now().plusSeconds(5), 0));
            draft.note(TimelineEntry.of(TimelineEntry.Event.CLOCK).because("a test"));
        });
        server.snapshots.save(A, NAME);
        JsonNode before = document(A);
        advance(Duration.ofSeconds(10));
        server.spaces.change(A, draft -> {
            draft.put(Alarm.KIND, new Alarm("y", null, 7));
            draft.remove(TimelineEntry.KIND, Key.number(1));
        });
        assertThat(facts(A)).isNotEqualTo(before.get("facts"));

        assertThat(server.snapshots.restore(A, NAME)).isTrue();

        assertThat(document(A)).isEqualTo(before);
        advance(Duration.ofSeconds(5));
        assertThat(rung(A)).isEqualTo(1);
    }

    /** Also for a server that reads it from the database. */
    @Test
    void aClockThatRunsGoesOnFromWhatItShowed() {
        server.spaces.change(
                A, draft -> draft.put(Alarm.KIND, new Alarm("x", draft.now().plusSeconds(60), 0)));
        Instant before = server.spaces.read(A, Draft::now);
        server.snapshots.save(A, NAME);
        advance(Duration.ofHours(1));
        assertThat(rung(A)).isEqualTo(1);

        server.snapshots.restore(A, NAME);

        assertThat(server.spaces.read(A, Draft::now)).isCloseTo(before, within(5, ChronoUnit.SECONDS));
        assertThat(rung(A)).isZero();
        advance(Duration.ofSeconds(60));
        assertThat(rung(A)).isEqualTo(1);
    }

    @Test
    void whatHappenedByItselfIsPartOfIt() {
        server.spaces.change(A, draft -> {
            SpaceServer.freeze(draft);
            draft.put(Alarm.KIND, new Alarm("x", draft.now(), 0));
        });

        assertThat(facts(A).at("/alarm/0/rung").intValue()).isEqualTo(1);
    }

    @Test
    void aSnapshotCanBePutIntoAnotherSpace() {
        server.spaces.change(A, draft -> {
            SpaceServer.freeze(draft);
            draft.put(Alarm.KIND, new Alarm("x", null, 4));
        });
        JsonNode document = document(A);

        assertThat(server.snapshots.keep(B, NAME, document)).isTrue();
        assertThat(server.snapshots.keep(B, NAME, document)).isFalse();
        server.snapshots.restore(B, NAME);

        assertThat(facts(B)).isEqualTo(document.get("facts"));
    }

    @Test
    void snapshotsAreListedAndRemovedAndGoWithTheirSpace() {
        assertThat(server.snapshots.save(A, NAME)).isTrue();
        assertThat(server.snapshots.save(A, NAME)).isFalse();
        assertThat(server.snapshots.list(A))
                .singleElement()
                .satisfies(info -> assertThat(info.name()).isEqualTo(NAME));
        assertThat(server.snapshots.list(B)).isEmpty();
        assertThat(server.snapshots.restore(B, NAME)).isFalse();
        assertThat(server.snapshots.delete(A, NAME)).isTrue();
        assertThat(server.snapshots.delete(A, NAME)).isFalse();

        server.snapshots.save(A, NAME);
        server.spaces.drop(A);
        assertThat(server.snapshots.list(A)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "format         | 2                                      | format",
                "format         | \"1\"                                  | format",
                "more           | 1                                      | more",
                "secrets        | false                                  | secrets",
                "secrets        | \"true\"                               | secrets",
                "secrets        | null                                   | secrets",
                "at             | \"yesterday\"                          | at",
                "at             | \"+10000-01-01T00:00:00Z\"             | at",
                "at             | \"1969-12-31T23:59:59Z\"               | at",
                "facts          | []                                     | facts",
                "facts          | {}                                     | facts.settings",
                "facts/other    | []                                     | facts.other",
                "facts/alarm    | {}                                     | facts.alarm",
                "facts/alarm    | [{\"name\":\"x\",\"due\":null,\"rung\":0,\"z\":1}] | facts.alarm[0].z",
                "facts/alarm    | [{\"name\":\"x\",\"due\":null}]        | facts.alarm[0]",
                "facts/alarm    | [{\"name\":\"x\",\"rung\":0}]          | facts.alarm[0].due",
                "facts/alarm    | [{\"name\":1,\"due\":null,\"rung\":0}] | facts.alarm[0].name",
                "facts/alarm    | [{\"name\":null,\"due\":null,\"rung\":0}] | facts.alarm[0].name",
                "facts/alarm    | [{\"name\":\"x\",\"due\":\"?\",\"rung\":0}] | facts.alarm[0]",
                "facts/settings | []                                     | facts.settings",
            })
    void whatIsWrongIsRefused(String field, String value, String path) {
        ObjectNode document = (ObjectNode) document(A);
        ObjectNode at = field.startsWith("facts/") ? (ObjectNode) document.get("facts") : document;
        at.set(field.substring(field.indexOf('/') + 1), JSON.readTree(value));

        assertThatThrownBy(() -> server.snapshots.keep(A, NAME, document))
                .isInstanceOfSatisfying(
                        SnapshotException.class, e -> assertThat(e.path()).isEqualTo(path));
        assertThat(server.snapshots.find(A, NAME)).isEmpty();
    }

    @Test
    void twoRecordsOfOneKeyAreRefused() {
        ObjectNode document = (ObjectNode) document(A);
        JsonNode record = JSON.valueToTree(Map.of("name", "x", "rung", 0));
        ((ObjectNode) record).putNull("due");
        ((ObjectNode) document.get("facts")).putArray("alarm").add(record).add(record);

        assertThatThrownBy(() -> server.snapshots.keep(A, NAME, document)).hasMessageContaining("facts.alarm[1]");
    }
}
