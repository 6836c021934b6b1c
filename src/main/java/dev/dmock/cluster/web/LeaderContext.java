package dev.dmock.cluster.web;

import dev.dmock.cluster.ClusterService;
import dev.dmock.cluster.Master;
import dev.dmock.cluster.Topology;
import dev.dmock.space.Spaces;
import dev.dmock.space.fact.Draft;
import dev.dmock.space.store.SpaceName;
import dev.dmock.version.Generation;
import dev.dmock.version.Trait;
import dev.dmock.web.ApiContext;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;

/**
 * Tells which master answers on a port. Only the default space has ports of its masters; any other is answered by its
 * leader on all of them.
 */
@Component
class LeaderContext implements ApiContext {

    private final Spaces spaces;
    private final ClusterService cluster;
    private final MasterPorts ports;

    LeaderContext(Spaces spaces, ClusterService cluster, MasterPorts ports) {
        this.spaces = spaces;
        this.cluster = cluster;
        this.ports = ports;
    }

    @Override
    public Answering answering(SpaceName space, int localPort) {
        OptionalInt own = space.equals(SpaceName.DEFAULT) ? ports.masterOn(localPort) : OptionalInt.empty();
        return spaces.read(space, draft -> answering(draft, shared(draft, own) ? OptionalInt.empty() : own));
    }

    private Answering answering(Draft draft, OptionalInt asked) {
        Optional<Master> leader = cluster.leader(draft);
        boolean leads = asked.isEmpty() || leader.isEmpty() || leader.get().number() == asked.getAsInt();
        return new Answering(
                draft.settings().api(), leads, leader.map(this::address).orElse(""));
    }

    private static boolean shared(Draft draft, OptionalInt own) {
        return draft.has(Trait.LEADER_HAS_FIRST_PORT) && own.orElse(0) == 1;
    }

    @Override
    public Optional<String> documentedServer(SpaceName space) {
        return spaces.read(
                space,
                draft -> cluster.topology(draft)
                        .filter(topology -> draft.settings().api().generation() == Generation.V8)
                        .flatMap(LeaderContext::firstMaster));
    }

    private static Optional<String> firstMaster(Topology topology) {
        return Optional.ofNullable(topology.masters()).stream()
                .flatMap(List::stream)
                .findFirst()
                .map(m -> "http://" + (m.host().contains(":") ? "[" + m.host() + "]" : m.host()) + ":" + m.port());
    }

    private String address(Master master) {
        OptionalInt port = ports.portOf(master.number());
        return port.isPresent() ? "127.0.0.1:" + port.getAsInt() : master.clientAddress();
    }
}
