package dev.dmock.conformance.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.conformance.CasePlayer;
import dev.dmock.conformance.Masters;
import dev.dmock.conformance.RecordedCase;
import dev.dmock.conformance.WireClient;
import dev.dmock.conformance.differential.Reducer.Found;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two DMocks do not differ; one in which something is wrong on purpose is told from the other by a short case. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DifferentialTests {

    private static final int ALIKE_ROUNDS = 8;
    private static final int MOST_ROUNDS = 60;
    private static final int MOST_STEPS = 8;

    /** Strikes only where a sync unit comes to an INSERT: a task that runs, and a statement that fits it, are needed. */
    private static final String PLANTED = "{\"fault\": \"duplicate-entry-in-sync\", \"times\": 1}";

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"v5.3", "v8.1", "v8.5"})
    void twoOfAKindDoNotDiffer(String api) {
        Duel duel = duel(side("alike-1"), side("alike-2"));
        for (long seed = 0; seed < ALIKE_ROUNDS; seed++) {
            assertThat(duel.play(Generator.conversation(api, seed)))
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    @Test
    void aPlantedDifferenceIsFoundAndReducedToAShortCase(@TempDir Path folder) {
        Side wrong = new Side(
                side("wrong").masters(),
                Side::tellOverHttp,
                side -> assertThat(side.call("POST", "/_dmock/faults", PLANTED).status())
                        .isEqualTo(201));
        Reducer reducer = new Reducer(duel(side("right"), wrong));
        Found found = LongStream.range(0, MOST_ROUNDS)
                .mapToObj(seed -> reducer.reduce(Generator.conversation("v8.1", seed)))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();

        assertThat(found.difference().lines().get(0)).contains("stage", "Paused", "Running");
        assertThat(found.conversation().steps()).hasSizeLessThanOrEqualTo(MOST_STEPS);
        assertThat(found.conversation().steps().toString()).contains("INSERT INTO");

        RecordedCase written = RecordedCase.read(CaseFile.write(folder, found));
        assertThat(player(side("right")).play(written)).isEmpty();
        assertThat(duel(side("right"), side("right-too")).play(found.conversation()))
                .isEmpty();
    }

    @Test
    void aConversationFollowsFromItsSeed() {
        assertThat(Generator.conversation("v5.3", 3)).isEqualTo(Generator.conversation("v5.3", 3));
        assertThat(Generator.conversation("v5.3", 3)).isNotEqualTo(Generator.conversation("v5.3", 4));
    }

    private static CasePlayer player(Side side) {
        return new CasePlayer(new WireClient(), side.masters(), Duration.ofSeconds(1));
    }

    private static Duel duel(Side left, Side right) {
        return new Duel(left, right, Duration.ZERO);
    }

    private Side side(String space) {
        return Side.of(new Masters(List.of("http://127.0.0.1:" + port + "/_dmock/spaces/" + space)));
    }
}
