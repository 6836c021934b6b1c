package dev.dmock.source;

import dev.dmock.cluster.SourceRegistry;
import dev.dmock.cluster.Worker;
import dev.dmock.space.fact.Draft;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells the scheduler which sources exist. */
@Component
class StoredSourceRegistry implements SourceRegistry {

    private final SourceTasks tasks;
    private final RelayUnit relay;

    StoredSourceRegistry(SourceTasks tasks, RelayUnit relay) {
        this.tasks = tasks;
        this.relay = relay;
    }

    @Override
    public List<String> sources(Draft draft) {
        return draft.all(Source.KIND).stream().map(Source::name).toList();
    }

    @Override
    public Optional<String> loadingWorker(Draft draft, String source) {
        return tasks.loadingWorker(draft, source);
    }

    @Override
    public void bound(Draft draft, String source, String worker) {
        draft.find(Source.KIND, source)
                .filter(s -> s.relay().enabled() && !draft.has(RelayState.KIND, source, worker))
                .ifPresent(s -> relay.begin(draft, s, worker));
        tasks.bound(draft, source, worker);
    }

    @Override
    public void registered(Draft draft, Worker worker) {
        Optional.ofNullable(worker.relaySource())
                .flatMap(source -> draft.find(Source.KIND, source))
                .ifPresent(source -> relay.begin(draft, source, worker.name()));
    }

    @Override
    public void removed(Draft draft, Worker worker) {
        Optional.ofNullable(worker.relaySource()).ifPresent(source -> relay.end(draft, source, worker.name()));
    }

    @Override
    public void unbound(Draft draft, String source) {
        RelayUnit.of(draft, source).stream()
                .filter(run -> draft.find(Worker.KIND, run.worker())
                        .filter(w -> source.equals(w.relaySource()))
                        .isEmpty())
                .forEach(run -> relay.end(draft, source, run.worker()));
        tasks.unbound(draft, source);
    }
}
