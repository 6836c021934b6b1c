package dev.dmock.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.endurance.Rounds.Ending;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With {@code DMOCK_DATA}, what was acknowledged survives SIGKILL at any moment, whole, and nothing else is there. */
class KillTests {

    private static final Duration LONGEST_START = Duration.ofSeconds(5);
    private static final int SHORT_MILLIS = 1500;
    private static final int LONG_MILLIS = 2000;

    @TempDir
    private Path data;

    private ServerProcess.Command server() {
        return ServerProcess.Command.of(
                Map.of("DMOCK_DATA", data.toString(), "DMOCK_WORLD", "src/test/resources/endurance/world.yaml"));
    }

    @Test
    void nothingIsLostInAFewRounds() {
        survives(5, SHORT_MILLIS);
    }

    @Test
    @Tag("nightly")
    void nothingIsLostInManyRounds() {
        survives(Integer.getInteger("dmock.rounds", 100), LONG_MILLIS);
    }

    private void survives(int rounds, int longestMillis) {
        Rounds killing = new Rounds(server(), data, System.nanoTime(), longestMillis);
        killing.run(rounds, Ending.KILLED);

        System.out.printf(
                "%d rounds, %d writes acknowledged, %d contradictions; starts: %s%n",
                rounds, killing.acknowledged(), killing.findings().size(), killing.starts());
        assertThat(killing.findings()).isEmpty();
        assertThat(killing.acknowledged()).isGreaterThan(rounds);
        recoversSoon(killing.starts());
    }

    /** What was killed is ready as soon as what begins; how long that is depends on who else uses the machine. */
    private static void recoversSoon(List<Rounds.Start> starts) {
        Duration computing = starts.get(0).computed();
        assertThat(starts).allMatch(start -> start.computed().compareTo(computing.multipliedBy(2)) < 0);
        OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
        if (machine.getSystemLoadAverage() < machine.getAvailableProcessors()) {
            assertThat(starts).allMatch(start -> start.taken().compareTo(LONGEST_START) <= 0);
        }
    }

    /** That nothing is found above means something: the same rounds find what a server loses. */
    @Test
    void aServerThatWritesLateIsFoundOut(@TempDir Path classes) throws IOException {
        copyOfCarelessServer(classes);
        Rounds killing = new Rounds(
                server().with(CarelessServer.class.getName(), classes), data, System.nanoTime(), SHORT_MILLIS);
        killing.run(5, Ending.KILLED);

        assertThat(killing.findings()).isNotEmpty();
    }

    /** Alone, since the server would take all of the tests' classes for its own. */
    private static void copyOfCarelessServer(Path classes) throws IOException {
        Path place = Path.of(CarelessServer.class.getPackageName().replace('.', '/'));
        Files.createDirectories(classes.resolve(place));
        try (Stream<Path> compiled = Files.list(Path.of("target/test-classes").resolve(place))) {
            for (Path file : compiled.toList()) {
                if (file.getFileName().toString().startsWith("CarelessServer")) {
                    Files.copy(file, classes.resolve(place).resolve(file.getFileName()));
                }
            }
        }
    }
}
