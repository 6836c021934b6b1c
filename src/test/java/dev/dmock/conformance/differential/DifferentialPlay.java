package dev.dmock.conformance.differential;

import dev.dmock.conformance.Masters;
import dev.dmock.conformance.differential.Reducer.Found;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Random conversations against two servers that run, as {@code checks/differential.sh} asks for. What the left one answers is expected
 * of the right one; each difference is written as a case.
 */
@EnabledIfSystemProperty(named = DifferentialPlay.LEFT, matches = ".+")
class DifferentialPlay {

    static final String LEFT = "dmock.differential.left";

    private static final String RIGHT = "dmock.differential.right";

    @Test
    void theServersDoNotDiffer() {
        Duration patience = Duration.ofSeconds(Long.getLong("dmock.differential.patience", 0));
        Reducer reducer = new Reducer(new Duel(side(LEFT), side(RIGHT), patience));
        String api = System.getProperty("dmock.differential.api", "v8.5");
        Path folder = Path.of(System.getProperty("dmock.differential.out", "target/differential"));
        long first = Long.getLong("dmock.differential.seed", 1);
        long rounds = Long.getLong("dmock.differential.rounds", 100);
        List<String> found = new ArrayList<>();
        for (long seed = first; seed < first + rounds; seed++) {
            Optional<Found> difference = reducer.reduce(Generator.conversation(api, seed));
            difference.ifPresent(one -> found.add(
                    CaseFile.write(folder, one) + " " + one.difference().lines().get(0)));
        }
        if (!found.isEmpty()) {
            throw new AssertionError(String.join("\n", found));
        }
    }

    /** Masters separated by commas; worlds are laid over HTTP, or by the command in a further property. */
    private static Side side(String property) {
        Masters masters = new Masters(List.of(System.getProperty(property).split(",")));
        String command = System.getProperty(property + ".world", "");
        return command.isEmpty() ? Side.of(masters) : new Side(masters, new WorldCommand(command), side -> {});
    }
}
