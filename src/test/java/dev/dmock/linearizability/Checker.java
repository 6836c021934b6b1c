package dev.dmock.linearizability;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The checker of histories: Porcupine, with a model of sources and tasks, a Go program in {@code src/test/linearizability}.
 * Tests that need it are skipped where there is no Go, or Porcupine cannot be had.
 */
final class Checker {

    /** Where histories are kept. */
    static final Path HISTORIES = Path.of("target", "histories").toAbsolutePath();

    private static final Path PROGRAM = Path.of("target", "linearizability").toAbsolutePath();
    private static final Path SOURCE = Path.of("src", "test", "linearizability");

    private Checker() {}

    /** Builds it; after the first time that is quick. */
    static void assumeBuilt() {
        assumeTrue(run(List.of("go", "version")).status == 0, "there is no Go here to build the checker with");
        Ended fetched = run(List.of("go", "mod", "download"));
        assumeTrue(fetched.status == 0, "Porcupine cannot be had: " + fetched.said);
        Ended built = run(List.of("go", "build", "-o", PROGRAM.toString(), "."));
        if (built.status != 0) {
            throw new AssertionError(built.said);
        }
    }

    /** The verdict on each history: a line that begins with Ok, Illegal or Unknown. */
    static List<String> verdicts(List<Path> histories, String... options) {
        List<String> command = new ArrayList<>(List.of(PROGRAM.toString()));
        command.addAll(List.of(options));
        histories.forEach(history -> command.add(history.toAbsolutePath().toString()));
        Ended checked = run(command);
        if (checked.status != 0) {
            throw new AssertionError(checked.said);
        }
        return checked.said.lines().toList();
    }

    private record Ended(int status, String said) {}

    private static Ended run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(SOURCE.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), said);
        } catch (IOException absent) {
            return new Ended(-1, absent.toString());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
