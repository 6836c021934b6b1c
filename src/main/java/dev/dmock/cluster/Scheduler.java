package dev.dmock.cluster;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.SeededRandom;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Decides which worker holds which source, as DM-master's scheduler does (read in v5.3.0's and v8.1.0's source, and
 * consistent with the recorded clusters).
 */
@Component
public class Scheduler {

    private static final String MOVED = "the source was transferred";

    private final SourceRegistry roster;

    Scheduler(SourceRegistry roster) {
        this.roster = roster;
    }

    /** The worker that holds the source. */
    public Optional<Worker> workerOf(Draft draft, String source) {
        return draft.find(Binding.KIND, source).map(b -> draft.get(Worker.KIND, b.worker()));
    }

    /** Gives a source that is new or lost its worker to a worker that could take it, if there is one. */
    public void bindSource(Draft draft, String source) {
        chooseWorker(draft, source).ifPresent(worker -> bind(draft, source, worker, "no worker held the source"));
    }

    /** Binds a source to just this worker. */
    public void bindSource(Draft draft, String source, Worker worker) {
        if (!worker.available()) {
            throw DmError.of(
                            DmCode.SCHEDULER_WORKER_INVALID_TRANS,
                            worker.name(),
                            worker.stage().label(),
                            Worker.Stage.BOUND.label())
                    .asException();
        }
        bind(draft, source, worker.name(), "the worker was asked for");
    }

    /** Takes a source that is deleted from its worker, which then takes another one. */
    public void release(Draft draft, String source) {
        workerOf(draft, source).ifPresent(worker -> {
            unbind(draft, worker, "the source was removed");
            employ(draft, worker.name());
        });
    }

    /**
     * Moves a source to another worker (operation transfer).
     *
     * @throws dev.dmock.error.DmException 46006 if the worker holds a source or is offline
     */
    public void move(Draft draft, String source, Worker target) {
        if (target.stage() == Worker.Stage.OFFLINE || target.stage() == Worker.Stage.BOUND) {
            throw DmError.of(
                            DmCode.SCHEDULER_WORKER_INVALID_TRANS,
                            target.name(),
                            target.stage().label(),
                            Worker.Stage.BOUND.label())
                    .asException();
        }
        Optional<Worker> old = workerOf(draft, source);
        old.ifPresent(worker -> unbind(draft, worker, MOVED));
        bind(draft, source, target.name(), MOVED);
        old.ifPresent(worker -> employ(draft, worker.name()));
    }

    /** Removes the binding of a worker whose lease expired, and rebinds its source at once. */
    void lost(Draft draft, Worker worker) {
        String source = worker.source();
        MembershipTimeline.became(draft, worker.name(), Worker.Stage.OFFLINE.label());
        unbind(draft, worker.withOnline(false), "the worker was lost");
        if (source != null) {
            bindSource(draft, source);
        }
    }

    /** A silent worker that reports before its lease expires keeps its source. */
    void heard(Draft draft, Worker worker) {
        draft.put(Worker.KIND, worker.withSilent(false));
        String source = worker.source();
        if (source != null) {
            roster.bound(draft, source, worker.name());
        }
    }

    /** A worker that is not online leaves the cluster. */
    void removed(Draft draft, Worker worker) {
        draft.remove(Worker.KIND, worker.name());
        MembershipTimeline.became(draft, worker.name(), "removed");
        roster.removed(draft, worker);
    }

    /** A worker that registered, or came back: it takes an unbound source if there is one. */
    void joined(Draft draft, Worker worker) {
        draft.put(Worker.KIND, worker.withOnline(true));
        if (!worker.online()) {
            roster.registered(draft, worker);
        }
        employ(draft, worker.name());
    }

    private Optional<String> chooseWorker(Draft draft, String source) {
        List<Worker> free = List.copyOf(draft.by(Worker.KIND, Worker.AVAILABLE));
        Optional<String> loading = roster.loadingWorker(draft, source)
                .filter(name -> free.stream().anyMatch(w -> w.name().equals(name)));
        if (loading.isPresent()) {
            return loading;
        }
        Predicate<Worker> relays = w -> source.equals(w.relaySource());
        Predicate<Worker> heldIt = w -> source.equals(w.lastSource());
        Predicate<Worker> idle = w -> w.relaySource() == null;
        for (Predicate<Worker> wanted : List.of(relays.and(heldIt), relays, idle.and(heldIt), idle)) {
            List<Worker> candidates = free.stream().filter(wanted).toList();
            if (!candidates.isEmpty()) {
                return Optional.of(SeededRandom.pick(draft, candidates, "worker of", source)
                        .name());
            }
        }
        return Optional.empty();
    }

    /** Binds an unbound source to a free worker. */
    private void employ(Draft draft, String name) {
        Worker worker = draft.get(Worker.KIND, name);
        if (!worker.available()) {
            return;
        }
        List<String> unbound = roster.sources(draft).stream()
                .filter(source -> !draft.has(Binding.KIND, source))
                .toList();
        Optional<String> chosen = chooseSource(draft, worker, unbound);
        if (chosen.isEmpty()) {
            takeBack(draft, name);
        }
        chosen.ifPresent(source -> bind(draft, source, name, "the worker held no source"));
    }

    /** Gives a worker the source back whose dump files only it has. */
    private void takeBack(Draft draft, String name) {
        roster.sources(draft).stream()
                .filter(source -> roster.loadingWorker(draft, source).equals(Optional.of(name)))
                .findFirst()
                .flatMap(source -> workerOf(draft, source))
                .ifPresent(holder -> {
                    String source = Objects.requireNonNull(holder.source());
                    unbind(draft, holder, "the dump files are on " + name);
                    bind(draft, source, name, "the dump files are on it");
                    employ(draft, holder.name());
                });
    }

    private Optional<String> chooseSource(Draft draft, Worker worker, List<String> unbound) {
        Optional<String> loading = unbound.stream()
                .filter(s -> roster.loadingWorker(draft, s).equals(Optional.of(worker.name())))
                .findFirst();
        if (loading.isPresent()) {
            return loading;
        }
        String relaySource = worker.relaySource();
        if (relaySource != null) {
            return unbound.stream().filter(relaySource::equals).findFirst();
        }
        Optional<String> last =
                unbound.stream().filter(s -> s.equals(worker.lastSource())).findFirst();
        if (last.isPresent() || unbound.isEmpty()) {
            return last;
        }
        return Optional.of(SeededRandom.pick(draft, unbound, "source of", worker.name()));
    }

    private void bind(Draft draft, String source, String name, String why) {
        MembershipTimeline.bound(draft, source, name, why);
        draft.put(Worker.KIND, draft.get(Worker.KIND, name).bind(source));
        draft.put(Binding.KIND, new Binding(source, name));
        roster.bound(draft, source, name);
    }

    private void unbind(Draft draft, Worker worker, String why) {
        draft.put(Worker.KIND, worker.unbind());
        String source = worker.source();
        if (source != null) {
            MembershipTimeline.unbound(draft, source, worker.name(), why);
            draft.remove(Binding.KIND, source);
            roster.unbound(draft, source);
        }
    }
}
