package dev.dmock.healthcheck;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One HTTP request to a server on this machine, of whose answer the status and the size are of interest. By hand, because the
 * health check runs every few seconds in a process of its own, most of whose time would go into loading an HTTP client.
 */
public record LoopbackRequest(String host, int port, int patienceMillis) {

    /** The response. */
    public record Answer(int status, String text) {}

    public Answer send(String method, String target, @Nullable String json) throws IOException {
        try (Socket socket = new Socket()) {
            connect(socket);
            return exchange(socket, message(method, target, json));
        }
    }

    /** Asks a port that speaks TLS. */
    Answer get(LoopbackTls tls, String target) throws IOException {
        try (Socket plain = new Socket()) {
            connect(plain);
            return exchange(tls.over(plain), message("GET", target, null));
        }
    }

    private void connect(Socket socket) throws IOException {
        socket.setSoTimeout(patienceMillis);
        socket.connect(new InetSocketAddress(host, port), patienceMillis);
    }

    private static Answer exchange(Socket socket, String message) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(message.getBytes(StandardCharsets.UTF_8));
        out.flush();
        String text = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(status(text), text);
    }

    private String message(String method, String target, @Nullable String json) {
        String head = method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n";
        if (json == null) {
            return head + "\r\n";
        }
        int length = json.getBytes(StandardCharsets.UTF_8).length;
        return head + "Content-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n" + json;
    }

    /** The number in a first line such as {@code HTTP/1.1 200}. */
    private static int status(String answer) throws IOException {
        String[] words = answer.lines().findFirst().orElse("").split(" ", 3);
        if (words.length < 2 || !words[0].startsWith("HTTP/") || !words[1].matches("\\d{3}")) {
            throw new IOException("this is no answer in HTTP");
        }
        return Integer.parseInt(words[1]);
    }
}
