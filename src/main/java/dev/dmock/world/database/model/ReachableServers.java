package dev.dmock.world.database.model;

import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.Kind;

/**
 * Selects which servers are reachable besides the stored ones.
 *
 * @param anyUpstream whether any address is reachable as an upstream
 * @param anyDownstream whether any address is reachable as a downstream
 */
public record ReachableServers(boolean anyUpstream, boolean anyDownstream) {

    public static final Kind<ReachableServers> KIND = Kind.of("reach", ReachableServers.class, r -> "");

    public static ReachableServers of(Draft draft) {
        return draft.find(KIND, "").orElse(new ReachableServers(true, true));
    }

    public boolean any(Role role) {
        return role == Role.UPSTREAM ? anyUpstream : anyDownstream;
    }
}
