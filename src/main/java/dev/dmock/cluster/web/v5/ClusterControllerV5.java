package dev.dmock.cluster.web.v5;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.cluster.ClusterService;
import dev.dmock.cluster.Master;
import dev.dmock.cluster.Worker;
import dev.dmock.space.SpaceName;
import dev.dmock.space.Spaces;
import dev.dmock.space.Trait;
import dev.dmock.web.Listing;
import dev.dmock.web.V5;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The operations on masters and workers. Verified against v5.3.0. */
@V5
class ClusterControllerV5 {

    private final Spaces spaces;
    private final ClusterService cluster;

    ClusterControllerV5(Spaces spaces, ClusterService cluster) {
        this.spaces = spaces;
        this.cluster = cluster;
    }

    /** DMAPIGetClusterMasterList. */
    @GetMapping("/cluster/masters")
    Listing<MasterView> masters(SpaceName space) {
        return spaces.read(space, draft -> {
            boolean service = Trait.SERVICE_ADDRESSES.in(draft);
            return Listing.of(cluster.masters(draft).stream()
                    .map(m -> MasterView.of(m, service))
                    .toList());
        });
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

    /** A master; its address is the peer URL, or that of its API where the version says so. */
    record MasterView(String addr, boolean alive, boolean leader, String name) {

        static MasterView of(Master master, boolean service) {
            return new MasterView(
                    service ? master.clientAddress() : master.peerUrl(),
                    master.alive(),
                    master.leader(),
                    master.name());
        }
    }

    /** A worker, and the source that it holds; empty if none. */
    record WorkerView(
            String addr,
            @JsonProperty("bound_source_name") String source,
            @JsonProperty("bound_stage") String stage,
            String name) {

        static WorkerView of(Worker worker) {
            return new WorkerView(
                    worker.address(),
                    Objects.requireNonNullElse(worker.source(), ""),
                    worker.stage().label(),
                    worker.name());
        }
    }
}
