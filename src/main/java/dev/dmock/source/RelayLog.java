package dev.dmock.source;

import dev.dmock.cluster.Worker;
import dev.dmock.space.fact.Draft;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The relay log of a source, which the workers that pull it read instead of the upstream's binlog. */
@Component
public class RelayLog {

    /** Returns whether this worker has a relay for the source. */
    public boolean pulls(Draft draft, Source source, Worker worker) {
        return draft.has(RelayState.KIND, source.name(), worker.name());
    }

    /** Returns the end of this worker's relay log; empty if the worker has no relay or its relay is running. */
    public Optional<ReadableBinlog> end(Draft draft, Source source, Worker worker) {
        return draft.find(RelayState.KIND, source.name(), worker.name())
                .filter(run -> !run.running())
                .flatMap(run -> Optional.ofNullable(run.pulled()));
    }

    /** Returns whether this worker's relay log contains a binlog file. */
    public boolean holds(Draft draft, Source source, Worker worker, String file) {
        return draft.find(RelayState.KIND, source.name(), worker.name())
                .filter(run -> run.oldest() != null && run.oldest().compareTo(file) <= 0)
                .isPresent();
    }
}
