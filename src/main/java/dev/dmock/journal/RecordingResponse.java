package dev.dmock.journal;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A response that copies its body up to a limit. It also buffers the body up to that limit, so that the journal has a
 * call before its client can query it, unless the application flushes the response.
 */
final class RecordingResponse extends HttpServletResponseWrapper {

    private final Bytes kept = new Bytes();
    private @Nullable ServletOutputStream stream;
    private int status = SC_OK;
    private long size;
    private int sent;

    RecordingResponse(HttpServletResponse response) {
        super(response);
    }

    /** Returns the recorded body, or empty if the response has none. */
    Optional<JournaledBody> content() {
        return size == 0 ? Optional.empty() : Optional.of(JournaledBody.of(kept.toByteArray(), size));
    }

    /** Sends the buffered part. */
    void release() throws IOException {
        if (sent < kept.size()) {
            int from = sent;
            sent = kept.size();
            super.getOutputStream().write(kept.bytes(), from, sent - from);
        }
    }

    @Override
    public void flushBuffer() throws IOException {
        release();
        super.flushBuffer();
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        ServletOutputStream copying = stream;
        if (copying == null) {
            copying = new Copying(super.getOutputStream());
            stream = copying;
        }
        return copying;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        return new PrintWriter(new OutputStreamWriter(getOutputStream(), StandardCharsets.UTF_8));
    }

    /** Returns the status that the application set; the server changes it when the connection is dropped. */
    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void setStatus(int code) {
        super.setStatus(code);
        status = code;
    }

    @Override
    public void sendError(int code) throws IOException {
        super.sendError(code);
        status = code;
    }

    @Override
    public void sendError(int code, @Nullable String message) throws IOException {
        super.sendError(code, message);
        status = code;
    }

    @Override
    public void reset() {
        super.reset();
        status = SC_OK;
        forget();
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        forget();
    }

    private void forget() {
        kept.reset();
        size = 0;
        sent = 0;
    }

    private void keep(ServletOutputStream client, byte[] bytes, int offset, int length) throws IOException {
        int fits = Math.min(length, JournaledBody.MOST - kept.size());
        kept.write(bytes, offset, fits);
        size += length;
        if (fits < length) {
            release();
            client.write(bytes, offset + fits, length - fits);
        }
    }

    /** Exposes its bytes without copying them. */
    private static final class Bytes extends ByteArrayOutputStream {

        private static final int INITIAL_CAPACITY = 512;

        Bytes() {
            super(INITIAL_CAPACITY);
        }

        /** Returns the internal array, which may be longer than the content. */
        byte[] bytes() {
            return buf;
        }
    }

    /** Records the written bytes and sends those that are not buffered. */
    private final class Copying extends ServletOutputStream {

        private final ServletOutputStream client;

        Copying(ServletOutputStream client) {
            this.client = client;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            keep(client, bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            release();
            client.flush();
        }

        @Override
        public void close() throws IOException {
            release();
            client.close();
        }

        @Override
        public boolean isReady() {
            return client.isReady();
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            client.setWriteListener(listener);
        }
    }
}
