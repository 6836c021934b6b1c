package dev.dmock.web;

import dev.dmock.version.ApiVersion;
import jakarta.servlet.ServletRequest;
import java.util.Optional;

/**
 * An accepted request to the DM API: the data besides its parameters that controllers and later filters need.
 *
 * @param space the space, with the prefix of its URLs
 * @param operationId the operation's id in the version's OpenAPI document
 * @param path the operation's path in the document, with its parameters in braces
 * @param bodySent false if the operation has a body but the client sent none; the operation then receives an empty one
 */
public record DmRequest(RequestedSpace space, ApiVersion version, String operationId, String path, boolean bodySent) {

    private static final String ATTRIBUTE = DmRequest.class.getName();

    /** Returns the accepted request; empty for refused requests and for those outside the DM API. */
    public static Optional<DmRequest> of(ServletRequest request) {
        return Optional.ofNullable((DmRequest) request.getAttribute(ATTRIBUTE));
    }

    /** Stores this in the request for later filters and controllers. */
    public void remember(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
