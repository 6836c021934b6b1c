package dev.dmock.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests go out as they stand, redirects are followed as clients do, and answers are taken apart. */
class WireClientTests {

    private final WireClient client = new WireClient();
    private HttpServer server;
    private String base;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/echo", WireClientTests::echo);
        server.createContext("/moved", exchange -> {
            String status = exchange.getRequestURI().getQuery();
            exchange.getResponseHeaders().add("Location", "/echo/there?a=%2F");
            exchange.sendResponseHeaders(Integer.parseInt(status), -1);
            exchange.close();
        });
        server.start();
        base = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, '', ''",
        "POST, application/json, '{}'",
        "PUT, text/plain, x",
        "PATCH, application/json, '[]'",
        "DELETE, application/json, '[\"a\"]'",
        "GET, application/json, '{}'",
        "OPTIONS, '', ''",
    })
    void sendsEveryMethod(String method, String type, String body) {
        Call call = Call.of(method, base, "/echo/a%2Fb%252F+*?x=%20,y");
        Reply reply = client.send(type.isEmpty() ? call : call.with(type, body));
        assertThat(reply.text()).isEqualTo("%s /echo/a%%2Fb%%252F+*?x=%%20,y [%s] %s", method, type, body);
        assertThat(reply.header("x-twice")).isEqualTo("1, 2");
        assertThat(reply.header("Missing")).isNull();
    }

    @Test
    void headHasNoBody() {
        Reply reply = client.send(Call.of("HEAD", base, "/echo"));
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "307, POST, 'POST /echo/there?a=%2F [text/plain] body'",
        "308, PUT, 'PUT /echo/there?a=%2F [text/plain] body'",
        "301, POST, 'GET /echo/there?a=%2F [] '",
        "301, DELETE, 'DELETE /echo/there?a=%2F [text/plain] body'",
        "302, PUT, 'GET /echo/there?a=%2F [] '",
        "303, POST, 'GET /echo/there?a=%2F [] '",
    })
    void followsRedirects(int status, String method, String echoed) {
        Call call = Call.of(method, base, "/moved?" + status).with("text/plain", "body");
        assertThat(client.send(call).text()).isEqualTo(echoed);
        assertThat(client.sendOnce(call).status()).isEqualTo(status);
    }

    @Test
    void sendsWhatTheClientOfTheJdkRefuses() throws Exception {
        String answer =
                "HTTP/1.1 404 Not Found\r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n";
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> firstLine = CompletableFuture.supplyAsync(() -> serveOne(listening, answer));
            Reply reply = client.send(Call.of("GET", "http://127.0.0.1:" + listening.getLocalPort(), "/a/%zz|%"));
            assertThat(firstLine.get()).isEqualTo("GET /a/%zz|% HTTP/1.1");
            assertThat(reply.status()).isEqualTo(404);
            assertThat(reply.text()).isEqualTo("abcde");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, 'Content-Length: 2', abcd, ab",
        "GET, 'X: y', abcd, abcd",
        "HEAD, 'Content-Length: 2', '', ''",
    })
    void knowsWhereABodyEnds(String method, String header, String sent, String body) throws IOException {
        byte[] answer = ("HTTP/1.1 200 OK\r\n" + header + "\r\n\r\n" + sent).getBytes(StandardCharsets.UTF_8);
        assertThat(PlainSocket.read(new ByteArrayInputStream(answer), method).text())
                .isEqualTo(body);
    }

    private static void echo(HttpExchange exchange) throws IOException {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        String text = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " [" + (type == null ? "" : type)
                + "] " + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("X-Twice", "1");
        exchange.getResponseHeaders().add("X-Twice", "2");
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(200, head ? -1 : bytes.length);
        if (!head) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    private static String serveOne(ServerSocket listening, String answer) {
        try (Socket socket = listening.accept()) {
            byte[] request = new byte[1000];
            int length = socket.getInputStream().read(request);
            socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            return new String(request, 0, length, StandardCharsets.UTF_8).split("\r\n", 2)[0];
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
