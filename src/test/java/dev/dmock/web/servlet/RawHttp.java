package dev.dmock.web.servlet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Sends requests byte by byte and shows answers as they come, but for the date and what the connection needs. */
public final class RawHttp {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final List<String> OF_THE_CONNECTION =
            List.of("Date:", "Connection:", "Keep-Alive:", "Transfer-Encoding:");

    private final int port;

    public RawHttp(int port) {
        this.port = port;
    }

    /** An answer: the status line and headers, each on a line, and the body. */
    public record Answer(List<String> head, String body) {

        public String status() {
            return head.get(0).split(" ")[1];
        }
    }

    /** A request without a body; headers as lines. */
    public Answer send(String method, String target, String... headers) {
        return sendBody(method, target, "", headers);
    }

    public Answer sendBody(String method, String target, String body, String... headers) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        String lengthHeader = body.isEmpty() ? "" : "Content-Length: " + length + "\r\n";
        String lines = Stream.of(headers).map(h -> h + "\r\n").reduce("", String::concat);
        return raw(method + " " + target + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n" + lengthHeader + lines
                + "\r\n" + body);
    }

    public Answer raw(String request) {
        String answer = bytes(request);
        int end = answer.indexOf("\r\n\r\n");
        List<String> head = Stream.of(answer.substring(0, end).split("\r\n"))
                .filter(line -> OF_THE_CONNECTION.stream().noneMatch(line::startsWith))
                .sorted()
                .toList();
        return new Answer(
                Stream.concat(
                                head.stream().filter(line -> line.startsWith("HTTP/")),
                                head.stream().filter(line -> !line.startsWith("HTTP/")))
                        .toList(),
                answer.substring(end + 4));
    }

    /** All that comes until the server ends the connection. */
    private String bytes(String request) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
