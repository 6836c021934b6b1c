package dev.dmock.endurance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** A connection over which anything can be sent, in one char for each byte. */
final class RawSocket implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final int ENOUGH = 1 << 16;

    private final Socket socket = new Socket();

    /** A connection to a server; its buffer for what comes can be made small. */
    RawSocket(int port, int receiveBuffer) {
        try {
            socket.setReceiveBufferSize(receiveBuffer);
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends something and reads what comes until the server ends the connection. */
    static String talk(int port, String sent) {
        try (RawSocket socket = new RawSocket(port, ENOUGH)) {
            socket.trySend(sent);
            return socket.rest();
        }
    }

    /** False if nobody takes it. */
    boolean trySend(String bytes) {
        try {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** What comes until the server ends the connection, or its beginning. */
    String rest() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            InputStream in = socket.getInputStream();
            for (int b = in.read(); b >= 0 && all.size() < ENOUGH; b = in.read()) {
                all.write(b);
            }
        } catch (SocketTimeoutException open) {
            throw new AssertionError("the server leaves the connection open, after " + all, open);
        } catch (IOException reset) {
            return all.toString(StandardCharsets.ISO_8859_1);
        }
        return all.toString(StandardCharsets.ISO_8859_1);
    }

    /** Whether the server has ended the connection within a time. */
    boolean isEndedWithin(int millis) {
        try {
            socket.setSoTimeout(millis);
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
