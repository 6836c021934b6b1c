package dev.dmock.control.access;

import dev.dmock.control.access.ControlAccessPolicy.Refusal;
import dev.dmock.web.wrapper.CompleteRequest;
import dev.dmock.web.wrapper.SpaceRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.WebUtils;

/** Validates the form of every request to the control API, independently of its operation. */
final class ControlRequestValidator {

    private static final int MAX_PARAMETERS = 100;

    private ControlRequestValidator() {}

    /** Returns why a request is rejected. */
    static Optional<Refusal> refusal(HttpServletRequest request, SpaceRequest sent) throws IOException {
        String query = request.getQueryString();
        if (query != null && !isDecodable(query)) {
            return refuse(HttpStatus.BAD_REQUEST, "the query is not encoded as in a URL, or has too many parameters");
        }
        CompleteRequest complete = WebUtils.getNativeRequest(request, CompleteRequest.class);
        if (complete == null) {
            return Optional.empty();
        }
        if (complete.isTooLarge()) {
            return refuse(HttpStatus.CONTENT_TOO_LARGE, "a body can have 1 MiB, the document of a snapshot 64 MiB");
        }
        if (complete.isSnapshot()) {
            return Optional.empty(); // the snapshot parser validates it strictly
        }
        String type = String.valueOf(sent.getContentType()).toLowerCase(Locale.ROOT);
        return BodyLimits.excess(sent.body(), type.contains("yaml"))
                .map(reason -> new Refusal(HttpStatus.BAD_REQUEST, reason));
    }

    private static Optional<Refusal> refuse(HttpStatus status, String reason) {
        return Optional.of(new Refusal(status, reason));
    }

    /** Returns whether the server can decode the query, which must not have too many parameters. */
    private static boolean isDecodable(String query) {
        if (query.chars().filter(c -> c == '&').count() >= MAX_PARAMETERS) {
            return false;
        }
        try {
            byte[] bytes = URLDecoder.decode(query, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (IllegalArgumentException | CharacterCodingException e) {
            return false;
        }
    }
}
