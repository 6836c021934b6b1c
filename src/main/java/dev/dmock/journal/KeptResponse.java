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

/** An answer of whose body a copy is kept, up to a limit. */
final class KeptResponse extends HttpServletResponseWrapper {

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private @Nullable ServletOutputStream stream;
    private long size;

    KeptResponse(HttpServletResponse response) {
        super(response);
    }

    /** The body; nothing if the answer has none. */
    Optional<Content> content() {
        return size == 0 ? Optional.empty() : Optional.of(Content.of(kept.toByteArray(), size));
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

    @Override
    public void reset() {
        super.reset();
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
    }

    private void keep(byte[] bytes, int offset, int length) {
        size += length;
        kept.write(bytes, offset, Math.min(length, Content.MOST - kept.size()));
    }

    /** Writes to the client and to the copy. */
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
            client.write(bytes, offset, length);
            keep(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            client.flush();
        }

        @Override
        public void close() throws IOException {
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
