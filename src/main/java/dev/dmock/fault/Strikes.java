package dev.dmock.fault;

import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.SeededRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Decides whether a fault strikes, and counts its strikes. The random number depends on the space's seed, the fault and
 * the number of earlier occasions; the counters stay even if the transaction that was struck is rolled back.
 */
@Component
class Strikes {

    /** Returns the first active fault of this kind that matches and strikes now. */
    Optional<ArmedFault> strike(Draft draft, Fault fault, Predicate<ArmedFault> concerned) {
        for (ArmedFault armed : active(draft, fault, concerned)) {
            boolean strikes = chance(draft, armed);
            ArmedFault counted = armed.after(strikes);
            draft.putForGood(ArmedFault.KIND, counted);
            if (strikes) {
                return Optional.of(counted);
            }
        }
        return Optional.empty();
    }

    /** Returns the active faults of this kind that match. */
    List<ArmedFault> active(Draft draft, Fault fault, Predicate<ArmedFault> concerned) {
        return draft.all(ArmedFault.KIND).stream()
                .filter(armed -> armed.fault() == fault && armed.canStrike() && concerned.test(armed))
                .toList();
    }

    private static boolean chance(Draft draft, ArmedFault armed) {
        return armed.probability() >= 1
                || SeededRandom.fraction(draft, "strike", armed.id(), Long.toString(armed.occasions()))
                        < armed.probability();
    }
}
