package dev.dmock.cluster;

import dev.dmock.space.fact.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a deployment tool says of the cluster's members (v8). DM keeps it and makes no use of it, except that the first
 * master is named as the server of the OpenAPI document; what was not said is null.
 */
public record Topology(
        @Nullable List<Member> masters,
        @Nullable List<Member> workers,
        @Nullable Address grafana,
        @Nullable Address prometheus,
        @Nullable Address alertManager) {

    public static final Kind<Topology> KIND = Kind.of("topology", Topology.class, t -> "");

    /** A process of DM. */
    public record Member(String name, String host, long port) {}

    /** Where another process listens. */
    public record Address(String host, long port) {}
}
