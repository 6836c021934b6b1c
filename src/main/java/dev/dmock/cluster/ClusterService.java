package dev.dmock.cluster;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.SeededRandom;
import dev.dmock.version.Trait;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The operations on the cluster, its masters and workers, and what happens to their processes. */
@Service
public class ClusterService {

    private final Scheduler scheduler;

    ClusterService(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** Makes the members of a new cluster: all masters alive, all workers online and free. */
    public void found(Draft draft, int masters, int workers, String leader) {
        for (int number = 1; number <= masters; number++) {
            draft.put(Master.KIND, new Master(Master.NAME + number, number, true, leader.equals(Master.NAME + number)));
        }
        for (int number = 1; number <= workers; number++) {
            draft.put(Worker.KIND, Worker.registered(number));
        }
    }

    /** The number that the cluster has been known by since it was made (GET cluster/info, v8). */
    public long id(Draft draft) {
        return SeededRandom.number(draft, "cluster");
    }

    /** What a deployment tool has said of the members; empty before it did. */
    public Optional<Topology> topology(Draft draft) {
        return draft.find(Topology.KIND, "");
    }

    /** Keeps what a deployment tool says of the members, in place of what it said before (PUT cluster/info, v8). */
    public void describe(Draft draft, Topology topology) {
        draft.put(Topology.KIND, topology);
    }

    public Collection<Master> masters(Draft draft) {
        return draft.all(Master.KIND);
    }

    public Optional<Master> leader(Draft draft) {
        return masters(draft).stream().filter(Master::leader).findFirst();
    }

    public Collection<Worker> workers(Draft draft) {
        return draft.all(Worker.KIND);
    }

    /** The workers that hold a source or pull its relay log, be they online or not. */
    public Collection<Worker> workersOf(Draft draft, String source) {
        return draft.by(Worker.KIND, Worker.of(source));
    }

    /**
     * Takes a master out of the cluster (DELETE cluster/masters/{name}); if it led, another one does.
     *
     * @throws dev.dmock.error.DmException 38048 if there is no such master
     */
    public void removeMaster(Draft draft, String name) {
        Master master = draft.find(Master.KIND, name)
                .orElseThrow(() ->
                        DmError.of(DmCode.MASTER_MASTER_NAME_NOT_EXIST, name).asException());
        draft.remove(Master.KIND, name);
        MembershipTimeline.became(draft, name, "removed");
        if (master.leader()) {
            elect(draft);
        }
    }

    /**
     * Takes a worker out of the cluster (DELETE cluster/workers/{name}).
     *
     * @throws dev.dmock.error.DmException 46004 if there is no such worker; 46005 if it is online, unless the version
     *     lets the operation stop it
     */
    public void removeWorker(Draft draft, String name) {
        Worker worker = worker(draft, name);
        if (worker.online()) {
            if (!draft.has(Trait.STOPS_ONLINE_WORKERS)) {
                throw DmError.of(DmCode.SCHEDULER_WORKER_ONLINE, name).asException();
            }
            scheduler.lost(draft, worker);
        }
        scheduler.removed(draft, worker);
    }

    /**
     * The worker of this name.
     *
     * @throws dev.dmock.error.DmException 46004 if there is none
     */
    public Worker worker(Draft draft, String name) {
        return draft.find(Worker.KIND, name)
                .orElseThrow(() ->
                        DmError.of(DmCode.SCHEDULER_WORKER_NOT_EXIST, name).asException());
    }

    /** Tells a worker to pull relay log for a source, or for none; one that is free again takes a source. */
    public void pullRelay(Draft draft, String name, @Nullable String source) {
        Worker worker = worker(draft, name).withRelaySource(source);
        draft.put(Worker.KIND, worker);
        if (source == null && worker.online()) {
            scheduler.joined(draft, worker);
        }
    }

    /** The process of a worker ends, and the master has not noticed yet; nothing if it did not run. */
    public void silenceWorker(Draft draft, String name) {
        draft.find(Worker.KIND, name).filter(Worker::online).ifPresent(worker -> {
            MembershipTimeline.became(draft, name, "silent");
            draft.put(Worker.KIND, worker.withSilent(true));
        });
    }

    /** The process of a worker ends, and the master has noticed; nothing if it did not run. */
    public void stopWorker(Draft draft, String name) {
        draft.find(Worker.KIND, name).filter(Worker::online).ifPresent(worker -> scheduler.lost(draft, worker));
    }

    /** The process of a worker starts; one that was taken out registers again. */
    public void startWorker(Draft draft, String name) {
        Worker worker = draft.find(Worker.KIND, name).orElseGet(() -> Worker.registered(numberIn(name, Worker.NAME)));
        if (worker.silent()) {
            MembershipTimeline.became(draft, name, "online");
            scheduler.heard(draft, worker);
        } else if (!worker.online() || !draft.has(Worker.KIND, worker.name())) {
            MembershipTimeline.became(draft, name, "online");
            scheduler.joined(draft, worker);
        }
    }

    /** The process of a master ends; if it led, another one does. */
    public void stopMaster(Draft draft, String name) {
        draft.find(Master.KIND, name).filter(Master::alive).ifPresent(master -> {
            draft.put(Master.KIND, master.withAlive(false));
            MembershipTimeline.became(draft, name, "offline");
            if (master.leader()) {
                elect(draft);
            }
        });
    }

    /** The process of a master starts; one that was taken out joins again. */
    public void startMaster(Draft draft, String name) {
        Master master = draft.find(Master.KIND, name)
                .orElseGet(() -> new Master(name, numberIn(name, Master.NAME), false, false));
        if (!master.alive()) {
            MembershipTimeline.became(draft, name, "online");
        }
        draft.put(Master.KIND, master.withAlive(true));
        if (leader(draft).isEmpty()) {
            elect(draft);
        }
    }

    /** Makes a master that is alive the leader. */
    public void lead(Draft draft, String name) {
        masters(draft).stream().filter(Master::leader).forEach(m -> draft.put(Master.KIND, m.withLeader(false)));
        elect(draft, draft.get(Master.KIND, name));
    }

    private void elect(Draft draft) {
        masters(draft).stream().filter(Master::alive).findFirst().ifPresent(master -> elect(draft, master));
    }

    private static void elect(Draft draft, Master master) {
        draft.put(Master.KIND, master.withLeader(true));
        MembershipTimeline.became(draft, master.name(), "leader");
    }

    /** The number in a name such as {@code worker3}; the world knows no other names. */
    private static int numberIn(String name, String kind) {
        return Integer.parseInt(name.substring(kind.length()));
    }
}
