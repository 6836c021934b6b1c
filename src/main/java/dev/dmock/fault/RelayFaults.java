package dev.dmock.fault;

import dev.dmock.cluster.Worker;
import dev.dmock.source.RelayDisturbance;
import dev.dmock.source.Source;
import dev.dmock.space.Draft;
import org.springframework.stereotype.Component;

/** Lets relays fail that a fault is armed for. */
@Component
class RelayFaults implements RelayDisturbance {

    private final Strikes strikes;

    RelayFaults(Strikes strikes) {
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
        String worker = armed.on().get(Place.WORKER);
        return armed.fits(Place.SOURCE, source.name())
                && armed.fits(Place.TASK, null)
                && (worker == null || isAt(draft, worker, source.name()));
    }

    private static boolean isAt(Draft draft, String worker, String source) {
        return draft.find(Worker.KIND, worker)
                .filter(w -> source.equals(w.source()) || source.equals(w.relaySource()))
                .isPresent();
    }
}
