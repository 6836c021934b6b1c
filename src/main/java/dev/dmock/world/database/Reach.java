package dev.dmock.world.database;

import dev.dmock.space.Draft;
import dev.dmock.space.Kind;

/**
 * Which servers can be reached beside those that are kept.
 *
 * @param anyUpstream whether any address can be reached as an upstream
 * @param anyDownstream whether any address can be reached as a downstream
 */
public record Reach(boolean anyUpstream, boolean anyDownstream) {

    public static final Kind<Reach> KIND = Kind.of("reach", Reach.class, r -> "");

    static Reach of(Draft draft) {
        return draft.find(KIND, "").orElse(new Reach(true, true));
    }

    boolean any(Role role) {
        return role == Role.UPSTREAM ? anyUpstream : anyDownstream;
    }
}
