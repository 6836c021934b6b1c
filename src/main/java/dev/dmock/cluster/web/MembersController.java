package dev.dmock.cluster.web;

import dev.dmock.cluster.ClusterService;
import dev.dmock.space.Spaces;
import dev.dmock.space.store.SpaceName;
import dev.dmock.web.EveryGeneration;
import dev.dmock.web.Listing;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The operations on masters and workers. Verified against v5.3.0 and v8.1.0. */
@EveryGeneration
class MembersController {

    private final Spaces spaces;
    private final ClusterService cluster;

    MembersController(Spaces spaces, ClusterService cluster) {
        this.spaces = spaces;
        this.cluster = cluster;
    }

    /** DMAPIGetClusterMasterList. */
    @GetMapping("/cluster/masters")
    Listing<MasterView> masters(SpaceName space) {
        return spaces.read(
                space,
                draft -> Listing.of(cluster.masters(draft).stream()
                        .map(m -> MasterView.of(draft, m))
                        .toList()));
    }

    /** DMAPIOfflineMasterNode. */
    @DeleteMapping("/cluster/masters/{master-name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeMaster(SpaceName space, @PathVariable("master-name") String name) {
        spaces.change(space, draft -> cluster.removeMaster(draft, name));
    }

    /** DMAPIGetClusterWorkerList. */
    @GetMapping("/cluster/workers")
    Listing<WorkerView> workers(SpaceName space) {
        return spaces.read(
                space,
                draft -> Listing.of(
                        cluster.workers(draft).stream().map(WorkerView::of).toList()));
    }

    /** DMAPIOfflineWorkerNode. */
    @DeleteMapping("/cluster/workers/{worker-name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeWorker(SpaceName space, @PathVariable("worker-name") String name) {
        spaces.change(space, draft -> cluster.removeWorker(draft, name));
    }
}
