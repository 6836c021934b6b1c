package dev.dmock.web;

import dev.dmock.space.store.SpaceName;
import dev.dmock.version.ApiVersion;
import java.util.Optional;

/** Says who answers a request to the DM API; implemented by the room that knows the masters. */
public interface ApiContext {

    /**
     * The master that answers.
     *
     * @param localPort the port of this machine that the request came to
     */
    Answering answering(SpaceName space, int localPort);

    /** The server that the OpenAPI document names, if somebody said which; v8 only. */
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
