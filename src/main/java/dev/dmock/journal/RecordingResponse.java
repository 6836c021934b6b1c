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
 * An answer of whose body a copy is kept, up to a limit. Up to there it is also held back, so that the journal has a call
 * before its client can ask for it; unless somebody wants to have it sent now.
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

    /** The body; nothing if the answer has none. */
    Optional<JournaledBody> content() {
        return size == 0 ? Optional.empty() : Optional.of(JournaledBody.of(kept.toByteArray(), size));
    }

    /** Sends what was held back. */
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

    /** What was said last by this side: the server changes it when the connection is dropped. */
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

    /** Shows its bytes without copying them. */
    private static final class Bytes extends ByteArrayOutputStream {

        private static final int USUAL = 512;

        Bytes() {
            super(USUAL);
        }

        /** The bytes, and perhaps more behind them. */
        byte[] bytes() {
            return buf;
        }
    }

    /** Keeps what is written, and sends what is not held back. */
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
