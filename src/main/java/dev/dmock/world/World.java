package dev.dmock.world;

import dev.dmock.space.fact.Pace;
import dev.dmock.version.ApiVersion;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parsed world document: everything outside DM that a cluster depends on, and the settings of the space.
 *
 * @param leader the name of the leading master
 * @param upstreams the known servers; null if the document names none
 * @param downstreams the known servers; null if the document names none
 * @param anyUpstream whether every other address is reachable as an upstream, too
 * @param anyDownstream whether every other address is reachable as a downstream, too
 * @param offline the addresses of stopped servers
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

    /** Creates a world in which only the listed servers are reachable, or every address if none is listed. */
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

    /** Returns the world of an empty document. */
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
