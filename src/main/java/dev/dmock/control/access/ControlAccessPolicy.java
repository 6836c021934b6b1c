package dev.dmock.control.access;

import dev.dmock.web.ControlAdmission;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Decides whether a request may use the control API and says why if not. */
final class ControlAccessPolicy {

    /** Health probes need no known host name, since they reveal only a status. */
    private static final String HEALTH = "/_dmock/health";
    /** A browser loads the page without a token; the page then sends the token with each of its requests. */
    private static final String CONSOLE = "/_dmock/console";

    private static final String CONSOLE_FILES = "/_dmock/console/files";
    /**
     * Static files need no token, since they are public and a browser cannot send a token for them; the page asks for
     * one.
     */
    private static final Set<String> DOCUMENTATION = Set.of("/_dmock/docs", "/_dmock/openapi.json");

    private final AllowedHosts names;
    private final byte @Nullable [] authorization;

    ControlAccessPolicy(AllowedHosts names, @Nullable String token) {
        this.names = names;
        this.authorization = token == null ? null : ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
    }

    /** The reason why access is denied. */
    record Refusal(HttpStatus status, String reason) {}

    /**
     * Returns why access is denied. Remembers requests that may only see the console page.
     *
     * @param path the path after the prefix of the space
     * @param contentType the body's content type as sent
     */
    Optional<Refusal> refusal(HttpServletRequest request, String path, @Nullable String contentType) {
        if (isAt(path, HEALTH)) {
            return Optional.empty();
        }
        String host = request.getHeader(HttpHeaders.HOST);
        if (host != null && !names.allow(host)) {
            return refuse(
                    HttpStatus.FORBIDDEN,
                    "the control API is not called " + printable(host) + " here; dmock.control.hosts can allow it");
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null && !origin.equals("http://" + host) && !origin.equals("https://" + host)) {
            return refuse(HttpStatus.FORBIDDEN, "the control API is not for web pages of other origins");
        }
        if (!isForAll(path) && !authorized(request)) {
            if (!path.equals(CONSOLE)) {
                return refuse(HttpStatus.UNAUTHORIZED, "the control API wants the token of dmock.control.token");
            }
            ControlAdmission.WITHOUT_CONTENTS.remember(request);
        }
        if (contentType != null && !isDocument(contentType)) {
            return refuse(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "the control API takes application/json, and YAML where it says so, not " + printable(contentType));
        }
        return Optional.empty();
    }

    private static Optional<Refusal> refuse(HttpStatus status, String reason) {
        return Optional.of(new Refusal(status, reason));
    }

    private static boolean isForAll(String path) {
        return isAt(path, CONSOLE_FILES) || DOCUMENTATION.contains(path);
    }

    private static boolean isAt(String path, String place) {
        return path.equals(place) || path.startsWith(place + "/");
    }

    private boolean authorized(HttpServletRequest request) {
        if (authorization == null) {
            return true;
        }
        String sent = request.getHeader(HttpHeaders.AUTHORIZATION);
        return sent != null && MessageDigest.isEqual(sent.getBytes(StandardCharsets.UTF_8), authorization);
    }

    /** Requires a content type that a web page of another origin cannot send without a CORS preflight. */
    private static boolean isDocument(String contentType) {
        String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return switch (type) {
            case "application/json", "application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml" -> true;
            default -> type.startsWith("application/") && (type.endsWith("+json") || type.endsWith("+yaml"));
        };
    }

    /** Returns a client's text in a form that is safe to repeat in an answer. */
    private static String printable(String text) {
        String visible = text.replaceAll("[^\\x21-\\x7e]", "?");
        return visible.length() > 100 ? visible.substring(0, 100) + "…" : visible;
    }
}
