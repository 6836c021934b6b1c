package dev.dmock.web;

import dev.dmock.version.ApiVersion;
import jakarta.servlet.ServletRequest;
import java.util.Optional;

/**
 * A request to the DM API that was accepted: what controllers and the filters behind the request layer know of it
 * besides its parameters.
 *
 * @param space the space, with the prefix of its URLs
 * @param operationId the operation's id in the version's OpenAPI document
 * @param path the operation's path in the document, with its parameters in braces
 * @param bodySent false if the operation takes a body and there was none; it gets an empty one then
 */
public record DmRequest(RequestedSpace space, ApiVersion version, String operationId, String path, boolean bodySent) {

    private static final String ATTRIBUTE = DmRequest.class.getName();

    /** Empty for requests that are not to the DM API, and for those that were refused. */
    public static Optional<DmRequest> of(ServletRequest request) {
        return Optional.ofNullable((DmRequest) request.getAttribute(ATTRIBUTE));
    }

    /** Lets those behind know. */
    public void remember(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
