package dev.dmock.cluster.web.v8;

import dev.dmock.cluster.ClusterService;
import dev.dmock.space.Spaces;
import dev.dmock.space.store.SpaceName;
import dev.dmock.web.V8;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** What is kept of the cluster as such. Verified against v8.1.0. */
@V8
class ClusterInfoControllerV8 {

    private final Spaces spaces;
    private final ClusterService cluster;

    ClusterInfoControllerV8(Spaces spaces, ClusterService cluster) {
        this.spaces = spaces;
        this.cluster = cluster;
    }

    /** DMAPIGetClusterInfo. */
    @GetMapping("/cluster/info")
    ClusterInfoV8 info(SpaceName space) {
        return spaces.read(space, draft -> ClusterInfoV8.of(cluster.id(draft), cluster.topology(draft)));
    }

    /** DMAPIUpdateClusterInfo. */
    @PutMapping("/cluster/info")
    ClusterInfoV8 describe(SpaceName space, @RequestBody TopologyV8 topology) {
        return spaces.write(space, draft -> {
            cluster.describe(draft, topology.toDomain());
            return new ClusterInfoV8(cluster.id(draft), topology);
        });
    }
}
