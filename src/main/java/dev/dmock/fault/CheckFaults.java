package dev.dmock.fault;

import dev.dmock.space.Draft;
import dev.dmock.task.check.CheckDisturbance;
import dev.dmock.task.check.CheckName;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lets checks fail that a fault is armed for. */
@Component
class CheckFaults implements CheckDisturbance {

    private final Strikes strikes;

    CheckFaults(Strikes strikes) {
        this.strikes = strikes;
    }

    @Override
    public Optional<String> fail(Draft draft, String task, CheckName check) {
        return strikes.strike(
                        draft,
                        Fault.PRECHECK_FAILURE,
                        armed -> armed.fits(Place.TASK, task)
                                && armed.text("check").equals(check.label()))
                .map(armed -> armed.text("message"));
    }
}
