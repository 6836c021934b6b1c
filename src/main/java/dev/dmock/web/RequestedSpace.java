package dev.dmock.web;

import dev.dmock.space.store.SpaceName;
import jakarta.servlet.ServletRequest;
import java.util.Objects;

/**
 * The space that a request addresses; {@code SpaceFilter} sets it for all later filters and controllers.
 *
 * @param prefix the URL path prefix of the space: empty, or such as {@code /_dmock/spaces/x}
 */
public record RequestedSpace(SpaceName name, String prefix) {

    private static final String ATTRIBUTE = RequestedSpace.class.getName();

    /** Returns the space of a request. */
    public static RequestedSpace of(ServletRequest request) {
        return (RequestedSpace) Objects.requireNonNull(request.getAttribute(ATTRIBUTE), "no space was resolved");
    }

    /** Stores the space in the request for later filters and controllers. */
    public void remember(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
