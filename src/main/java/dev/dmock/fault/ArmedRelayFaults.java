package dev.dmock.fault;

import dev.dmock.cluster.Worker;
import dev.dmock.source.RelayFaults;
import dev.dmock.source.Source;
import dev.dmock.space.fact.Draft;
import org.springframework.stereotype.Component;

/** Makes relays fail while a fault for them is armed. */
@Component
class ArmedRelayFaults implements RelayFaults {

    private final Strikes strikes;

    ArmedRelayFaults(Strikes strikes) {
        this.strikes = strikes;
    }

    @Override
    public boolean fails(Draft draft, Source source) {
        return strikes.strike(draft, Fault.RELAY_ERROR, armed -> covers(draft, armed, source))
                        .isPresent()
                || strikes.strike(draft, Fault.DISK_FULL, armed -> covers(draft, armed, source))
                        .isPresent();
    }

    private static boolean covers(Draft draft, ArmedFault armed, Source source) {
        String worker = armed.on().get(FaultScope.WORKER);
        return armed.fits(FaultScope.SOURCE, source.name())
                && armed.fits(FaultScope.TASK, null)
                && (worker == null || isAt(draft, worker, source.name()));
    }

    private static boolean isAt(Draft draft, String worker, String source) {
        return draft.find(Worker.KIND, worker)
                .filter(w -> source.equals(w.source()) || source.equals(w.relaySource()))
                .isPresent();
    }
}
