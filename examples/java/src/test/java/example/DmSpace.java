package example;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** A cluster of its own for one test, on a DMock that others use, too. */
final class DmSpace implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String url;

    DmSpace(String server) {
        this.url = server + "/_dmock/spaces/example-java-" + UUID.randomUUID();
    }

    /** What is answered; an error of HTTP is thrown. */
    String call(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = CLIENT.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IOException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    /** Sends one of the bodies that the examples share. */
    String post(String path, String file) throws IOException, InterruptedException {
        return call("POST", path, Files.readString(Path.of("..", file)));
    }

    /** Waits until something is so, and says what is there then. */
    String await(String query) throws IOException, InterruptedException {
        String sight = call("GET", "/_dmock/wait?" + query, "");
        if (!sight.contains("\"met\":true")) {
            throw new AssertionError("never: " + query + "; " + sight);
        }
        return sight;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        call("DELETE", "", "");
    }
}
