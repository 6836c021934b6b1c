package dev.dmock.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Sends requests with the JDK's HTTP client, or, where that refuses one (a path with a lone {@code %}), over a plain socket. */
public final class WireClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final int MOST_REDIRECTS = 10;

    /** Redirects are followed here, so that both ways of sending follow them alike. */
    private final HttpClient http = HttpClient.newBuilder()
            .version(Version.HTTP_1_1)
            .followRedirects(Redirect.NEVER)
            .connectTimeout(TIMEOUT)
            .build();

    /** The answer to the request after all redirects. */
    public Reply send(Call call) {
        Call current = call;
        for (int hops = 0; hops <= MOST_REDIRECTS; hops++) {
            Reply reply = sendOnce(current);
            if (!reply.isRedirect()) {
                return reply;
            }
            current = current.redirected(reply.status(), reply.header("Location"));
        }
        throw new IllegalStateException("too many redirects from " + call.target());
    }

    /** The answer to the request itself, also where it is a redirect. */
    public Reply sendOnce(Call call) {
        try {
            Optional<HttpRequest> request = request(call);
            if (request.isEmpty()) {
                return PlainSocket.send(call, TIMEOUT);
            }
            HttpResponse<byte[]> response = http.send(request.get(), BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), response.headers().map(), response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(call.method() + " " + call.base() + call.target() + ": " + failed, failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private static Optional<HttpRequest> request(Call call) {
        try {
            BodyPublisher body =
                    call.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(call.body());
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(call.base() + call.target()))
                    .timeout(TIMEOUT)
                    .method(call.method(), body);
            call.headers().forEach(request::header);
            return Optional.of(request.build());
        } catch (IllegalArgumentException refused) {
            return Optional.empty();
        }
    }
}
