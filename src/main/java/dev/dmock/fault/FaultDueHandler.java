package dev.dmock.fault;

import dev.dmock.cluster.ClusterService;
import dev.dmock.cluster.Master;
import dev.dmock.fault.ArmedFault.Phase;
import dev.dmock.source.RelayService;
import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.DueHandler;
import dev.dmock.space.fact.Kind;
import dev.dmock.space.fact.Pace;
import dev.dmock.space.fact.TimelineEntry;
import dev.dmock.task.SubtaskRescheduler;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Begins and ends armed faults when they are due, and notifies the affected components. */
@Component
class FaultDueHandler implements DueHandler<ArmedFault> {

    private static final Set<Fault> SLOWING = EnumSet.of(Fault.SLOW_DUMP, Fault.SLOW_LOAD, Fault.SLOW_SYNC);

    private final ClusterService cluster;
    private final RelayService relays;
    private final SubtaskRescheduler interruptions;

    FaultDueHandler(ClusterService cluster, RelayService relays, SubtaskRescheduler interruptions) {
        this.cluster = cluster;
        this.relays = relays;
        this.interruptions = interruptions;
    }

    @Override
    public Kind<ArmedFault> kind() {
        return ArmedFault.KIND;
    }

    @Override
    public void happen(Draft draft, ArmedFault due) {
        if (due.phase() == Phase.WAITING) {
            begin(draft, due);
        } else if (due.until() != null && !due.until().isAfter(draft.now())) {
            draft.put(ArmedFault.KIND, due.in(Phase.OVER, null));
            note(draft, due, "over");
            end(draft, due);
        } else {
            draft.put(ArmedFault.KIND, due.in(Phase.ACTIVE, due.until()));
            cluster.stopWorker(draft, worker(due));
        }
    }

    private void begin(Draft draft, ArmedFault fault) {
        ArmedFault active = fault.in(Phase.ACTIVE, fault.until());
        note(draft, fault, "active");
        switch (fault.fault()) {
            case WORKER_OFFLINE -> beginOffline(draft, active.after(true));
            case MASTER_LEADER_CHANGE -> {
                draft.put(ArmedFault.KIND, active.after(true).in(Phase.OVER, null));
                nextLeader(draft, fault).ifPresent(name -> cluster.lead(draft, name));
            }
            case SLOW_DUMP, SLOW_LOAD, SLOW_SYNC -> {
                draft.put(ArmedFault.KIND, active.after(true));
                interruptions.interruptAll(draft);
            }
            case PRECHECK_FAILURE, HTTP_LATENCY, HTTP_STATUS, HTTP_DROP, HTTP_TRUNCATE ->
                draft.put(ArmedFault.KIND, active);
            case UPSTREAM_UNREACHABLE,
                    UPSTREAM_ACCESS_DENIED,
                    DOWNSTREAM_UNREACHABLE,
                    DOWNSTREAM_ACCESS_DENIED,
                    TOO_MANY_CONNECTIONS,
                    DISK_FULL,
                    DUPLICATE_ENTRY_IN_LOAD,
                    DUPLICATE_ENTRY_IN_SYNC,
                    BINLOG_PURGED,
                    GTID_MISMATCH,
                    UNSUPPORTED_DDL,
                    SHARD_DDL_CONFLICT,
                    RELAY_ERROR -> {
                draft.put(ArmedFault.KIND, active);
                relays.interruptAll(draft);
                interruptions.interruptAll(draft);
            }
        }
    }

    /** Expires the lease immediately at instant pace. */
    private void beginOffline(Draft draft, ArmedFault fault) {
        if (draft.settings().pace() == Pace.INSTANT) {
            draft.put(ArmedFault.KIND, fault);
            cluster.stopWorker(draft, worker(fault));
            return;
        }
        Instant noticed = draft.now().plus(fault.duration("lease"));
        draft.put(ArmedFault.KIND, fault.in(Phase.ACTIVE, earlier(noticed, fault.until())));
        cluster.silenceWorker(draft, worker(fault));
    }

    /** At instant pace, expires the leases of lost workers immediately, including leases that began at another pace. */
    void paceChanged(Draft draft) {
        if (draft.settings().pace() != Pace.INSTANT) {
            return;
        }
        for (ArmedFault fault : List.copyOf(draft.all(ArmedFault.KIND))) {
            boolean unnoticed = fault.phase() == Phase.ACTIVE
                    && fault.fault() == Fault.WORKER_OFFLINE
                    && cluster.workers(draft).stream()
                            .anyMatch(w -> w.silent() && w.name().equals(worker(fault)));
            if (unnoticed) {
                draft.put(ArmedFault.KIND, fault.in(Phase.ACTIVE, draft.now()));
            }
        }
    }

    /** Reverts the effects of a fault that was disarmed or has ended. */
    void end(Draft draft, ArmedFault fault) {
        if (fault.fault() == Fault.WORKER_OFFLINE) {
            boolean stillDown = draft.all(ArmedFault.KIND).stream()
                    .anyMatch(other -> other.number() != fault.number()
                            && other.phase() == Phase.ACTIVE
                            && other.fault() == Fault.WORKER_OFFLINE
                            && worker(other).equals(worker(fault)));
            if (!stillDown) {
                cluster.startWorker(draft, worker(fault));
            }
        } else if (SLOWING.contains(fault.fault())) {
            interruptions.interruptAll(draft);
        }
    }

    static void note(Draft draft, ArmedFault fault, String state) {
        String name = fault.fault().label();
        draft.note(TimelineEntry.of(TimelineEntry.Event.FAULT, "fault", name, "id", fault.id())
                .change(fault.state(), state));
    }

    private static String worker(ArmedFault fault) {
        return fault.on().getOrDefault(FaultScope.WORKER, "");
    }

    /** Returns the requested master or, by default, the next alive master in the order of the names. */
    private Optional<String> nextLeader(Draft draft, ArmedFault fault) {
        List<Master> alive =
                cluster.masters(draft).stream().filter(Master::alive).toList();
        String wanted = fault.text("to");
        if (!wanted.isEmpty()) {
            return alive.stream().map(Master::name).filter(wanted::equals).findFirst();
        }
        String leader = cluster.leader(draft).map(Master::name).orElse("");
        Stream<Master> behind = alive.stream().filter(m -> m.name().compareTo(leader) > 0);
        return Stream.concat(behind, alive.stream())
                .map(Master::name)
                .filter(name -> !name.equals(leader))
                .findFirst();
    }

    private static Instant earlier(Instant one, @Nullable Instant other) {
        return other != null && other.isBefore(one) ? other : one;
    }
}
