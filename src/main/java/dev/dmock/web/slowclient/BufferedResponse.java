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
 * An answer that is kept until it is complete, to be sent then without a thread that waits for the client. If it is too
 * large for what memory is left, it is written at once, by a thread that waits.
 */
final class BufferedResponse extends HttpServletResponseWrapper implements FlushableResponse {

    private static final Logger LOG = LoggerFactory.getLogger(BufferedResponse.class);

    /** So much goes to the operating system without waiting; nothing is counted before. */
    private static final int SMALL = 1 << 13;

    private static final int PORTION = 1 << 16;

    /** What it takes besides, to be sent: one piece that is given to the server, and one that the server has not got rid of. */
    private static final int ON_THE_WAY = 2 * NonBlockingResponseWriter.PIECE;

    private final HttpServletRequest request;
    private final TransferMemory memory;
    private final FastByteArrayOutputStream held = new FastByteArrayOutputStream(SMALL);
    private final ServletOutputStream stream = new Held();
    private @Nullable PrintWriter writer;
    private long taken;
    private boolean waiting;

    BufferedResponse(HttpServletRequest request, HttpServletResponse response, TransferMemory memory) {
        super(response);
        this.request = request;
        this.memory = memory;
    }

    /** Sends what is held. */
    void send() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (ConnectionAbort.happened(request)) {
            drop();
        } else if (held.size() <= SMALL || waiting) {
            writeHeld();
            drop();
        } else {
            new NonBlockingResponseWriter(
                            request, (HttpServletResponse) getResponse(), held.getInputStream(), this::drop)
                    .send(ClientTimeout.millisFor(request, held.size()));
        }
    }

    /** Forgets what is held, and what was needed for it. */
    void drop() {
        held.reset();
        memory.giveBack(taken);
        taken = 0;
        if (waiting) {
            waiting = false;
            memory.stopWaiting();
        }
    }

    @Override
    public void sendNow() throws IOException {
        writeHeld();
        super.flushBuffer();
    }

    private void writeHeld() throws IOException {
        if (held.size() > 0) {
            held.writeTo(super.getOutputStream());
            held.reset();
        }
    }

    private void write(byte[] bytes, int offset, int length) throws IOException {
        if (ConnectionAbort.happened(request)) {
            return;
        }
        if (waiting || hasRoom(length)) {
            held.write(bytes, offset, length);
        } else if (memory.startWaiting()) {
            waiting = true;
            held.write(bytes, offset, length);
        } else {
            ConnectionAbort.now(request);
        }
        if (waiting) {
            writeWaiting();
        }
    }

    /** A client that has gone is no mistake of those who answer it. */
    private void writeWaiting() {
        try {
            writeHeld();
        } catch (IOException gone) {
            LOG.debug("A client did not take its answer", gone);
            ConnectionAbort.now(request);
        }
    }

    private boolean hasRoom(int length) {
        long size = (long) held.size() + length;
        long lacking = size + ON_THE_WAY - taken;
        if (size <= SMALL || lacking <= 0) {
            return true;
        }
        long more = Math.max(lacking, PORTION);
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

    /** What is written is sent when it is complete. */
    @Override
    public void flushBuffer() {
        if (writer != null) {
            writer.flush();
        }
    }

    @Override
    public void resetBuffer() {
        super.resetBuffer();
        held.reset();
    }

    @Override
    public void reset() {
        super.reset();
        held.reset();
    }

    /** Takes what is written. */
    private final class Held extends BufferedOutput {

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            BufferedResponse.this.write(bytes, offset, length);
        }
    }
}
