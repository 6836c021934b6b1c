package dev.dmock.source;

import dev.dmock.cluster.Worker;
import dev.dmock.space.Draft;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What workers read instead of the upstream's binlog: the relay log of a source, on those that pull it. */
@Component
public class RelayLog {

    /** Whether this worker pulls the source's relay log, or would if it ran. */
    public boolean pulls(Draft draft, Source source, Worker worker) {
        return source.name().equals(worker.relaySource())
                || (source.relay().enabled()
                        && source.name().equals(worker.source())
                        && draft.has(RelayRun.KIND, source.name()));
    }

    /** Where the log ends that this worker pulled; empty if it pulls none, or goes on with what the upstream writes. */
    public Optional<Pulled> end(Draft draft, Source source, Worker worker) {
        return draft.find(RelayRun.KIND, source.name())
                .filter(run -> pulls(draft, source, worker))
                .flatMap(run -> Optional.ofNullable(run.held()));
    }
}
