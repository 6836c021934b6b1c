package dev.dmock.cluster;

import dev.dmock.space.fact.ConsistencyCheck;
import dev.dmock.space.fact.Draft;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Workers and bindings say the same from both sides; there is one leader at most. */
@Component
class ClusterConsistencyCheck implements ConsistencyCheck {

    @Override
    public Optional<Misfit> check(Draft draft) {
        for (Worker worker : draft.all(Worker.KIND)) {
            if (!worker.name().equals(Worker.NAME + worker.number())) {
                return Optional.of(new Misfit(Worker.KIND, worker.name() + " has another number"));
            }
            String source = worker.source();
            boolean bound = source == null
                    || draft.find(Binding.KIND, source)
                            .filter(b -> b.worker().equals(worker.name()))
                            .isPresent();
            if (!bound) {
                return Optional.of(new Misfit(Worker.KIND, worker.name() + " holds a source that is not bound to it"));
            }
        }
        for (Binding binding : draft.all(Binding.KIND)) {
            boolean held = draft.find(Worker.KIND, binding.worker())
                    .filter(w -> binding.source().equals(w.source()))
                    .isPresent();
            if (!held) {
                return Optional.of(
                        new Misfit(Binding.KIND, binding.source() + " is bound to a worker that does not hold it"));
            }
        }
        long leaders = draft.all(Master.KIND).stream().filter(Master::leader).count();
        return leaders > 1 ? Optional.of(new Misfit(Master.KIND, "more than one leads")) : Optional.empty();
    }
}
