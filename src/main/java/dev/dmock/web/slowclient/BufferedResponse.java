package dev.dmock.web.slowclient;

import dev.dmock.web.tomcat.ConnectionAbort;
import dev.dmock.web.wrapper.BufferedOutput;
import dev.dmock.web.wrapper.FlushableResponse;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FastByteArrayOutputStream;

/**
 * A response that is buffered until it is complete and then sent with non-blocking I/O. If the transfer memory is used
 * up, it is written at once with blocking I/O.
 */
final class BufferedResponse extends HttpServletResponseWrapper implements FlushableResponse {

    private static final Logger LOG = LoggerFactory.getLogger(BufferedResponse.class);

    /** The largest response that is sent directly; it fits the socket buffer and does not count as transfer memory. */
    private static final int MAX_DIRECT_BYTES = 1 << 13;

    private static final int MIN_RESERVATION_BYTES = 1 << 16;

    /** The extra memory for sending: one chunk passed to the server and one that the server still buffers. */
    private static final int SENDING_BYTES = 2 * NonBlockingResponseWriter.CHUNK_BYTES;

    private final HttpServletRequest request;
    private final TransferMemory memory;
    private final FastByteArrayOutputStream buffer = new FastByteArrayOutputStream(MAX_DIRECT_BYTES);
    private final ServletOutputStream stream = new BufferStream();
    private @Nullable PrintWriter writer;
    private long taken;
    private boolean blocking;

    BufferedResponse(HttpServletRequest request, HttpServletResponse response, TransferMemory memory) {
        super(response);
        this.request = request;
        this.memory = memory;
    }

    /** Sends the buffered response. */
    void send() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (ConnectionAbort.happened(request)) {
            drop();
        } else if (buffer.size() <= MAX_DIRECT_BYTES || blocking) {
            writeBuffer();
            drop();
        } else {
            new NonBlockingResponseWriter(
                            request, (HttpServletResponse) getResponse(), buffer.getInputStream(), this::drop)
                    .send(ClientTimeout.millisFor(request, buffer.size()));
        }
    }

    /** Discards the buffer and releases its memory. */
    void drop() {
        buffer.reset();
        memory.giveBack(taken);
        taken = 0;
        if (blocking) {
            blocking = false;
            memory.stopBlocking();
        }
    }

    @Override
    public void sendNow() throws IOException {
        writeBuffer();
        super.flushBuffer();
    }

    private void writeBuffer() throws IOException {
        if (buffer.size() > 0) {
            buffer.writeTo(super.getOutputStream());
            buffer.reset();
        }
    }

    private void write(byte[] bytes, int offset, int length) throws IOException {
        if (ConnectionAbort.happened(request)) {
            return;
        }
        if (blocking || reserve(length)) {
            buffer.write(bytes, offset, length);
        } else if (memory.startBlocking()) {
            blocking = true;
            buffer.write(bytes, offset, length);
        } else {
            ConnectionAbort.now(request);
        }
        if (blocking) {
            writeBlocking();
        }
    }

    /** Writes with blocking I/O; a lost client is not an error of the request handler. */
    private void writeBlocking() {
        try {
            writeBuffer();
        } catch (IOException gone) {
            LOG.debug("A client did not take its answer", gone);
            ConnectionAbort.now(request);
        }
    }

    private boolean reserve(int length) {
        long size = (long) buffer.size() + length;
        long lacking = size + SENDING_BYTES - taken;
        if (size <= MAX_DIRECT_BYTES || lacking <= 0) {
            return true;
        }
        long more = Math.max(lacking, MIN_RESERVATION_BYTES);
        boolean got = memory.take(more);
        taken += got ? more : 0;
        return got;
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return stream;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        PrintWriter known = writer;
        if (known == null) {
            known = new PrintWriter(new OutputStreamWriter(stream, Charset.forName(getCharacterEncoding())));
            writer = known;
        }
        return known;
    }

    /** Does not flush to the client: the response is sent when it is complete. */
    @Override
    public void flushBuffer() {
        if (writer != null) {
            writer.flush();
        }
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        buffer.reset();
    }

    @Override
    public void reset() {
        super.reset();
        buffer.reset();
    }

    /** Writes into the buffer. */
    private final class BufferStream extends BufferedOutput {

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            BufferedResponse.this.write(bytes, offset, length);
        }
    }
}
