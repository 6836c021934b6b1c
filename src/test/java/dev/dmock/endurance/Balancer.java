package dev.dmock.endurance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A load balancer: gives each request to the next server, byte for byte, and passes over servers that do not listen. One
 * that ends before it has answered is not made up for: who asked gets no answer, as nobody knows what was done.
 */
final class Balancer implements AutoCloseable {

    private static final Pattern LENGTH = Pattern.compile("\r\ncontent-length:\\s*(\\d+)", Pattern.CASE_INSENSITIVE);
    private static final int CONNECT_MILLIS = 2_000;

    private final ServerSocket listening;
    private final List<InetSocketAddress> servers;
    private final AtomicInteger turn = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "balancer");
        thread.setDaemon(true);
        return thread;
    });

    Balancer(int port, List<InetSocketAddress> servers) {
        this.servers = servers;
        try {
            listening = new ServerSocket(port, 200, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        threads.execute(this::listen);
    }

    private void listen() {
        try {
            while (true) {
                Socket client = listening.accept();
                threads.execute(() -> serve(client));
            }
        } catch (IOException closed) {
            // the end
        }
    }

    private void serve(Socket client) {
        try (client) {
            byte[] head = head(client.getInputStream());
            if (head.length == 0) {
                return;
            }
            String text = new String(head, StandardCharsets.ISO_8859_1);
            Matcher length = LENGTH.matcher(text);
            byte[] body = client.getInputStream().readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
            try (Socket server = connect()) {
                OutputStream out = server.getOutputStream();
                int firstLine = text.indexOf("\r\n") + 2;
                out.write(head, 0, firstLine);
                out.write("Connection: close\r\n".getBytes(StandardCharsets.ISO_8859_1));
                out.write(head, firstLine, head.length - firstLine);
                out.write(body);
                out.flush();
                server.getInputStream().transferTo(client.getOutputStream());
            }
        } catch (IOException broken) {
            // who asked sees that the connection ends
        }
    }

    private static byte[] head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int ends = 0;
        while (ends < 4) {
            int next = in.read();
            if (next < 0) {
                return new byte[0];
            }
            head.write(next);
            boolean expected = next == (ends % 2 == 0 ? '\r' : '\n');
            ends = expected ? ends + 1 : next == '\r' ? 1 : 0;
        }
        return head.toByteArray();
    }

    private Socket connect() throws IOException {
        IOException refused = new IOException("no server");
        for (int i = 0; i < servers.size(); i++) {
            Socket socket = new Socket();
            try {
                socket.connect(servers.get(Math.floorMod(turn.getAndIncrement(), servers.size())), CONNECT_MILLIS);
                return socket;
            } catch (IOException e) {
                socket.close();
                refused = e;
            }
        }
        throw refused;
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            threads.shutdownNow();
        }
    }
}
