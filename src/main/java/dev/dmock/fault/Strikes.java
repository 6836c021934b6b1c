package dev.dmock.fault;

import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.SeededRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Decides whether a fault strikes, and counts it. Chance is drawn from the space's seed, the fault and how often it could
 * have struck before; the count stays even if the work that was struck is undone.
 */
@Component
class Strikes {

    /** The first of the faults of this name that are concerned and strike now. */
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

    /** The faults of this name that are in force. */
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
