package dev.dmock.web;

import dev.dmock.space.store.SpaceName;
import dev.dmock.version.ApiVersion;
import java.util.Optional;

/** Resolves the master that answers a request to the DM API; the package that manages the masters implements it. */
public interface ApiContext {

    /**
     * Returns the master that answers.
     *
     * @param localPort the local port that received the request
     */
    Answering answering(SpaceName space, int localPort);

    /** Returns the configured server of the OpenAPI document; v8 only. */
    default Optional<String> documentedServer(SpaceName space) {
        return Optional.empty();
    }

    /**
     * A master that answers.
     *
     * @param leads whether it is the leader; a follower of v5.3 redirects, one of v8 asks the leader itself
     * @param leaderAddress host and port at which the leader can be reached
     */
    record Answering(ApiVersion version, boolean leads, String leaderAddress) {}
}
