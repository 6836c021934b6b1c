package dev.dmock.cluster.web.v8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.cluster.Topology;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cluster's number, and its topology once it was put. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClusterInfoV8(
        @JsonProperty("cluster_id") long id,
        @JsonProperty("topology") @Nullable TopologyV8 topology) {

    static ClusterInfoV8 of(long id, Optional<Topology> topology) {
        return new ClusterInfoV8(id, topology.map(TopologyV8::of).orElse(null));
    }
}
