package dev.dmock.fault;

import dev.dmock.source.Source;
import dev.dmock.space.fact.Draft;
import dev.dmock.task.model.Subtask;
import dev.dmock.world.database.ConnectionFaults;
import dev.dmock.world.database.Databases;
import dev.dmock.world.database.model.Role;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes connections fail while a fault for them is armed. */
@Component
class ArmedConnectionFaults implements ConnectionFaults {

    private static final List<Way> UPSTREAM = List.of(
            new Way(Fault.UPSTREAM_UNREACHABLE, Refusal.UNREACHABLE),
            new Way(Fault.TOO_MANY_CONNECTIONS, Refusal.TOO_MANY_CONNECTIONS),
            new Way(Fault.UPSTREAM_ACCESS_DENIED, Refusal.ACCESS_DENIED));
    private static final List<Way> DOWNSTREAM = List.of(
            new Way(Fault.DOWNSTREAM_UNREACHABLE, Refusal.UNREACHABLE),
            new Way(Fault.TOO_MANY_CONNECTIONS, Refusal.TOO_MANY_CONNECTIONS),
            new Way(Fault.DOWNSTREAM_ACCESS_DENIED, Refusal.ACCESS_DENIED));

    private final Strikes strikes;

    ArmedConnectionFaults(Strikes strikes) {
        this.strikes = strikes;
    }

    /** A fault and the connection failure that it causes. */
    private record Way(Fault fault, Refusal refusal) {}

    @Override
    public Optional<Refusal> refuse(Draft draft, Role role, String address) {
        for (Way way : role == Role.UPSTREAM ? UPSTREAM : DOWNSTREAM) {
            if (strikes.strike(draft, way.fault(), armed -> covers(draft, armed, role, address))
                    .isPresent()) {
                return Optional.of(way.refusal());
            }
        }
        return Optional.empty();
    }

    private static boolean covers(Draft draft, ArmedFault armed, Role role, String address) {
        String source = armed.on().get(FaultScope.SOURCE);
        String task = armed.on().get(FaultScope.TASK);
        return armed.fits(FaultScope.ADDRESS, address)
                && (source == null || role == Role.UPSTREAM && isUpstream(draft, source, address))
                && (task == null || role == Role.DOWNSTREAM && isTarget(draft, task, address));
    }

    private static boolean isUpstream(Draft draft, String source, String address) {
        return draft.find(Source.KIND, source)
                .filter(s -> Databases.address(s.host(), s.port()).equals(address))
                .isPresent();
    }

    private static boolean isTarget(Draft draft, String task, String address) {
        return draft.under(Subtask.KIND, task).stream()
                .map(subtask -> subtask.config().target())
                .anyMatch(t -> Databases.address(t.host(), t.port()).equals(address));
    }
}
