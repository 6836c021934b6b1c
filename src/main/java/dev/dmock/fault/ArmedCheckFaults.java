package dev.dmock.fault;

import dev.dmock.space.fact.Draft;
import dev.dmock.task.check.CheckFaults;
import dev.dmock.task.check.model.CheckName;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes checks fail while a fault for them is armed. */
@Component
class ArmedCheckFaults implements CheckFaults {

    private final Strikes strikes;

    ArmedCheckFaults(Strikes strikes) {
        this.strikes = strikes;
    }

    @Override
    public Optional<String> fail(Draft draft, String task, CheckName check) {
        return strikes.strike(
                        draft,
                        Fault.PRECHECK_FAILURE,
                        armed -> armed.fits(FaultScope.TASK, task)
                                && armed.text("check").equals(check.label()))
                .map(armed -> armed.text("message"));
    }
}
