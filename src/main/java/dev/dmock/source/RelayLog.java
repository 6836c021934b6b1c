package dev.dmock.source;

import dev.dmock.cluster.Worker;
import dev.dmock.space.fact.Draft;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What workers read instead of the upstream's binlog: the relay log of a source, on those that pull it. */
@Component
public class RelayLog {

    /** Whether this worker was told to pull the source's relay log, and could. */
    public boolean pulls(Draft draft, Source source, Worker worker) {
        return draft.has(RelayState.KIND, source.name(), worker.name());
    }

    /** Where the log ends that this worker pulled; empty if it pulls none, or goes on with what the upstream writes. */
    public Optional<ReadableBinlog> end(Draft draft, Source source, Worker worker) {
        return draft.find(RelayState.KIND, source.name(), worker.name())
                .filter(run -> !run.running())
                .flatMap(run -> Optional.ofNullable(run.pulled()));
    }

    /** Whether the log of this worker has a binlog file. */
    public boolean holds(Draft draft, Source source, Worker worker, String file) {
        return draft.find(RelayState.KIND, source.name(), worker.name())
                .filter(run -> run.oldest() != null && run.oldest().compareTo(file) <= 0)
                .isPresent();
    }
}
