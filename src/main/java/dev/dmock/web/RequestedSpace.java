package dev.dmock.web;

import dev.dmock.space.store.SpaceName;
import jakarta.servlet.ServletRequest;
import java.util.Objects;

/**
 * The space that a request is for; known to every filter and controller behind the first filter.
 *
 * @param prefix what the URL's path has before the space's own paths: empty, or such as {@code /_dmock/spaces/x}
 */
public record RequestedSpace(SpaceName name, String prefix) {

    private static final String ATTRIBUTE = RequestedSpace.class.getName();

    /** The space of a request. */
    public static RequestedSpace of(ServletRequest request) {
        return (RequestedSpace) Objects.requireNonNull(request.getAttribute(ATTRIBUTE), "no space was resolved");
    }

    /** Lets those behind know. */
    public void remember(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
