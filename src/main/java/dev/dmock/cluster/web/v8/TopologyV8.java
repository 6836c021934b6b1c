package dev.dmock.cluster.web.v8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.cluster.Topology;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The cluster's topology as it is put and answered: what was not given is absent. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TopologyV8(
        @JsonProperty("master_topology_list") @Nullable List<MemberV8> masters,
        @JsonProperty("worker_topology_list") @Nullable List<MemberV8> workers,
        @JsonProperty("grafana_topology") @Nullable AddressV8 grafana,
        @JsonProperty("prometheus_topology") @Nullable AddressV8 prometheus,
        @JsonProperty("alert_manager_topology") @Nullable AddressV8 alertManager) {

    static TopologyV8 of(Topology topology) {
        return new TopologyV8(
                members(topology.masters()),
                members(topology.workers()),
                AddressV8.of(topology.grafana()),
                AddressV8.of(topology.prometheus()),
                AddressV8.of(topology.alertManager()));
    }

    private static @Nullable List<MemberV8> members(@Nullable List<Topology.Member> members) {
        return members == null
                ? null
                : members.stream()
                        .map(m -> new MemberV8(m.host(), m.name(), m.port()))
                        .toList();
    }

    Topology toDomain() {
        return new Topology(
                domainMembers(masters),
                domainMembers(workers),
                AddressV8.toDomain(grafana),
                AddressV8.toDomain(prometheus),
                AddressV8.toDomain(alertManager));
    }

    private static @Nullable List<Topology.Member> domainMembers(@Nullable List<MemberV8> members) {
        return members == null
                ? null
                : members.stream()
                        .map(m -> new Topology.Member(m.name, m.host, m.port))
                        .toList();
    }

    /** A master or a worker. */
    record MemberV8(String host, String name, long port) {}

    /** Another process. */
    record AddressV8(String host, long port) {

        static @Nullable AddressV8 of(Topology.@Nullable Address address) {
            return address == null ? null : new AddressV8(address.host(), address.port());
        }

        static Topology.@Nullable Address toDomain(@Nullable AddressV8 address) {
            return address == null ? null : new Topology.Address(address.host, address.port);
        }
    }
}
