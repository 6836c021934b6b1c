import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Sends requests one after the other, each of which has to succeed, and says how long they took. */
final class Client {

    private final HttpClient http = HttpClient.newHttpClient();
    private final String base;

    Client(String base) {
        this.base = base;
    }

    /** How long an answer took, and how long it is. */
    record Answer(double millis, int bytes) {}

    Answer send(String method, String path, String json) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        if (json != null) {
            request.header("Content-Type", "application/json");
        }
        try {
            long begun = System.nanoTime();
            HttpResponse<byte[]> answer = http.send(request.build(), BodyHandlers.ofByteArray());
            double millis = (System.nanoTime() - begun) / 1e6;
            if (answer.statusCode() >= 300) {
                String said = new String(answer.body(), StandardCharsets.UTF_8);
                throw new IOException(method + " " + path + ": " + answer.statusCode() + " " + said);
            }
            return new Answer(millis, answer.body().length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }
}
