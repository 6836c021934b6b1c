package dev.dmock.fault;

import dev.dmock.cluster.ClusterService;
import dev.dmock.cluster.Master;
import dev.dmock.cluster.Worker;
import dev.dmock.fault.ArmedFault.Phase;
import dev.dmock.space.fact.Draft;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Service;

/** Arms, lists and disarms faults. */
@Service
public class Faults {

    /** Limits the armed faults, since each event scans all of them. */
    private static final int MAX_ARMED = 1000;

    private static final Duration MAX_LATENCY = Duration.ofSeconds(60);

    /** Responses with these statuses have no body. */
    private static final Set<String> BODILESS = Set.of("204", "304");

    private final FaultDueHandler dueHandler;
    private final ClusterService cluster;

    Faults(FaultDueHandler dueHandler, ClusterService cluster) {
        this.dueHandler = dueHandler;
        this.cluster = cluster;
    }

    /** Returns all faults that were armed and not disarmed, in the order of arming. */
    public Collection<ArmedFault> all(Draft draft) {
        return draft.all(ArmedFault.KIND);
    }

    public Optional<ArmedFault> find(Draft draft, String id) {
        return ArmedFault.numberIn(id).flatMap(number -> draft.find(ArmedFault.KIND, ArmedFault.inOrder(number)));
    }

    /**
     * Arms a fault; it begins when it is due.
     *
     * @throws FaultException if the request is invalid
     */
    public ArmedFault arm(Draft draft, FaultRequest arming) {
        check(draft, arming);
        long number = draft.find(FaultCount.KIND, "").map(FaultCount::armed).orElse(0L) + 1;
        Duration after = arming.after() == null ? Duration.ZERO : arming.after();
        Instant from = arming.from() != null ? arming.from() : draft.now().plus(after);
        Instant begins = from.isBefore(draft.now()) ? draft.now() : from;
        ArmedFault armed = new ArmedFault(
                number,
                arming.fault(),
                arming.on(),
                arming.times(),
                arming.probability(),
                from,
                arming.lasting() == null ? null : begins.plus(arming.lasting()),
                arming.parameters(),
                Phase.WAITING,
                0,
                0,
                begins);
        draft.put(FaultCount.KIND, new FaultCount(number));
        draft.put(ArmedFault.KIND, armed);
        return armed;
    }

    private void check(Draft draft, FaultRequest arming) {
        if (all(draft).size() >= MAX_ARMED) {
            throw new FaultException("", "at most " + MAX_ARMED + " faults can be armed at a time");
        }
        String worker = arming.on().get(FaultScope.WORKER);
        if (arming.fault() == Fault.WORKER_OFFLINE) {
            if (worker == null) {
                throw new FaultException("on.worker", "has to be said");
            }
            List<String> names =
                    cluster.workers(draft).stream().map(Worker::name).toList();
            if (!names.contains(worker)) {
                throw new FaultException("on.worker", "has to be one of " + String.join(", ", names));
            }
        }
        for (FaultParameter parameter : arming.fault().parameters()) {
            Optional.ofNullable(arming.parameters().get(parameter.name()))
                    .flatMap(parameter::problem)
                    .ifPresent(problem -> refuse(parameter.name(), problem));
        }
        arming.parameters()
                .forEach((name, value) ->
                        problem(draft, arming, name, value).ifPresent(problem -> refuse(name, problem)));
    }

    private static void refuse(String path, String problem) {
        throw new FaultException(path, problem);
    }

    /** Validates a parameter whose valid values depend on the fault, on other parameters or on the space. */
    private Optional<String> problem(Draft draft, FaultRequest arming, String name, String value) {
        return switch (arming.fault()) {
            case MASTER_LEADER_CHANGE -> {
                List<String> names = cluster.masters(draft).stream()
                        .filter(Master::alive)
                        .map(Master::name)
                        .toList();
                yield unless(names.contains(value), "has to be one of " + String.join(", ", names));
            }
            case HTTP_STATUS ->
                switch (name) {
                    case "status" -> unless(value.matches("[2-5][0-9]{2}"), "has to be from 200 to 599");
                    case "body" ->
                        unless(
                                value.isEmpty()
                                        || !BODILESS.contains(
                                                arming.parameters().getOrDefault("status", "")),
                                "cannot be there with this status");
                    default -> unless(isMediaType(value), "has to be a media type, such as application/json");
                };
            case HTTP_LATENCY ->
                unless(
                        Duration.parse(value).compareTo(MAX_LATENCY) <= 0 && isOrdered(arming),
                        "has to be at most " + MAX_LATENCY + ", and max not less than min");
            default -> Optional.empty();
        };
    }

    private static boolean isMediaType(String text) {
        try {
            return MediaType.parseMediaType(text).isConcrete();
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static boolean isOrdered(FaultRequest arming) {
        String standard = Fault.HTTP_LATENCY.parameters().get(0).standard();
        String max = arming.parameters().get("max");
        Duration min = Duration.parse(arming.parameters().getOrDefault("min", standard));
        return max == null || min.compareTo(Duration.parse(max)) <= 0;
    }

    private static Optional<String> unless(boolean right, String problem) {
        return right ? Optional.empty() : Optional.of(problem);
    }

    /** Updates the faults that depend on the pace after the pace has changed. */
    public void paceChanged(Draft draft) {
        dueHandler.paceChanged(draft);
    }

    /** Disarms a fault; returns false if no fault has this id. */
    public boolean disarm(Draft draft, String id) {
        Optional<ArmedFault> found = find(draft, id);
        found.ifPresent(fault -> {
            draft.remove(ArmedFault.KIND, ArmedFault.inOrder(fault.number()));
            FaultDueHandler.note(draft, fault, "disarmed");
            if (fault.phase() == Phase.ACTIVE) {
                dueHandler.end(draft, fault);
            }
        });
        return found.isPresent();
    }

    public void disarmAll(Draft draft) {
        List.copyOf(all(draft)).forEach(fault -> disarm(draft, fault.id()));
    }
}
