package dev.dmock.world.database.model;

import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.Kind;

/**
 * Which servers can be reached beside those that are kept.
 *
 * @param anyUpstream whether any address can be reached as an upstream
 * @param anyDownstream whether any address can be reached as a downstream
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
