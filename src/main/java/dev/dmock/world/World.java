package dev.dmock.world;

import dev.dmock.space.fact.Pace;
import dev.dmock.version.ApiVersion;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything outside DM that a cluster depends on, and how the space runs: the world document as it was understood.
 *
 * @param leader the name of the master that leads
 * @param upstreams the servers that are known; null if the document names none
 * @param downstreams the servers that are known; null if the document names none
 * @param anyUpstream whether every other address can be reached as an upstream, too
 * @param anyDownstream whether every other address can be reached as a downstream, too
 * @param offline the addresses of servers that do not run
 */
public record World(
        ApiVersion api,
        Pace pace,
        int masters,
        int workers,
        String leader,
        long seed,
        @Nullable List<ServerSpec> upstreams,
        @Nullable List<ServerSpec> downstreams,
        boolean anyUpstream,
        boolean anyDownstream,
        List<String> offline) {

    /** A world in which only what is listed can be reached, unless nothing is. */
    public World(
            ApiVersion api,
            Pace pace,
            int masters,
            int workers,
            String leader,
            long seed,
            @Nullable List<ServerSpec> upstreams,
            @Nullable List<ServerSpec> downstreams) {
        this(
                api,
                pace,
                masters,
                workers,
                leader,
                seed,
                upstreams,
                downstreams,
                upstreams == null,
                downstreams == null,
                List.of());
    }

    /** The world that an empty document means. */
    public static World standard() {
        return new World(ApiVersion.DOCS, Pace.INSTANT, 3, 3, "master1", 0, null, null);
    }

    public World withApi(ApiVersion other) {
        return new World(
                other,
                pace,
                masters,
                workers,
                leader,
                seed,
                upstreams,
                downstreams,
                anyUpstream,
                anyDownstream,
                offline);
    }

    public Optional<List<ServerSpec>> listedUpstreams() {
        return Optional.ofNullable(upstreams);
    }

    public Optional<List<ServerSpec>> listedDownstreams() {
        return Optional.ofNullable(downstreams);
    }
}
