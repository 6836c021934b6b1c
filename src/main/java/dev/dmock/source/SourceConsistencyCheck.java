package dev.dmock.source;

import dev.dmock.cluster.ClusterService;
import dev.dmock.cluster.Worker;
import dev.dmock.space.fact.ConsistencyCheck;
import dev.dmock.space.fact.Draft;
import dev.dmock.world.database.Databases;
import dev.dmock.world.database.model.Role;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Checks that workers and relays refer to existing sources, and that the servers of sources exist. */
@Component
class SourceConsistencyCheck implements ConsistencyCheck {

    private static final int LAST_PORT = 65_535;

    private final ClusterService cluster;
    private final Databases databases;

    SourceConsistencyCheck(ClusterService cluster, Databases databases) {
        this.cluster = cluster;
        this.databases = databases;
    }

    @Override
    public Optional<Misfit> check(Draft draft) {
        for (Worker worker : cluster.workers(draft)) {
            boolean known = Stream.of(Optional.ofNullable(worker.source()), Optional.ofNullable(worker.relaySource()))
                    .flatMap(Optional::stream)
                    .allMatch(source -> draft.has(Source.KIND, source));
            if (!known) {
                return Optional.of(
                        new Misfit(Worker.KIND, worker.name() + " has to do with a source that there is not"));
            }
        }
        for (RelayState run : draft.all(RelayState.KIND)) {
            if (!draft.has(Source.KIND, run.source()) || !draft.has(Worker.KIND, run.worker())) {
                return Optional.of(new Misfit(
                        RelayState.KIND, "there is no source " + run.source() + ", or no worker " + run.worker()));
            }
        }
        for (Source source : draft.all(Source.KIND)) {
            String address = Databases.address(source.host(), source.port());
            boolean possible = source.port() > 0 && source.port() <= LAST_PORT;
            if (!possible || databases.administer(draft, Role.UPSTREAM, address).isEmpty()) {
                return Optional.of(
                        new Misfit(Source.KIND, source.name() + " is at " + address + ", where there is no server"));
            }
        }
        return Optional.empty();
    }
}
