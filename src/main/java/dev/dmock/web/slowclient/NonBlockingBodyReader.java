package dev.dmock.web.slowclient;

import dev.dmock.web.tomcat.ServerExchange;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.util.FastByteArrayOutputStream;

/**
 * Receives a body with non-blocking I/O. It drains an oversized body up to a limit, because a client reads the response
 * only after sending.
 */
final class NonBlockingBodyReader implements ReadListener, AsyncListener {

    private static final Logger LOG = LoggerFactory.getLogger(NonBlockingBodyReader.class);
    private static final String ATTRIBUTE = NonBlockingBodyReader.class.getName();
    private static final int CHUNK_BYTES = 1 << 12;
    private static final long MAX_DISCARDED_BYTES = 1L << 26;

    private final HttpServletRequest sent;
    private final HttpServletResponse response;
    private final TransferMemory memory;
    private final int maxBytes;
    private final FastByteArrayOutputStream kept = new FastByteArrayOutputStream(CHUNK_BYTES);
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private long taken;
    private long discarded;
    private boolean refused;

    NonBlockingBodyReader(HttpServletRequest sent, HttpServletResponse response, TransferMemory memory) {
        this.sent = sent;
        this.response = response;
        this.memory = memory;
        this.maxBytes = BufferedRequest.maxBytes(sent);
    }

    /** Returns the reader of a dispatched request. */
    static NonBlockingBodyReader of(ServletRequest request) {
        return (NonBlockingBodyReader) Objects.requireNonNull(request.getAttribute(ATTRIBUTE));
    }

    HttpServletRequest request() {
        return new BufferedRequest(sent, kept.toByteArrayUnsafe());
    }

    HttpServletResponse response() {
        return response;
    }

    void free() {
        memory.giveBack(taken);
        taken = 0;
    }

    /** Dispatches the request when the body is complete; refuses it after the timeout. */
    void await() throws IOException {
        sent.setAttribute(ATTRIBUTE, this);
        AsyncContext waiting = sent.startAsync(sent, response);
        waiting.setTimeout(ClientTimeout.millis(sent));
        waiting.addListener(this);
        sent.getInputStream().setReadListener(this);
    }

    @Override
    public void onDataAvailable() {
        try {
            ServletInputStream in = sent.getInputStream();
            boolean wanted = true;
            while (wanted && in.isReady() && !in.isFinished()) {
                int length = in.read(chunk);
                wanted = length <= 0 || keep(length);
            }
        } catch (IOException broken) {
            onError(broken); // a thrown exception would make the server close the connection without a response
        }
    }

    /** Buffers a chunk; returns false if reading must stop. */
    private boolean keep(int length) throws IOException {
        int fits = Math.max(0, Math.min(length, maxBytes + 1 - kept.size()));
        if (fits > 0 && !memory.take(fits)) {
            refuse(HttpStatus.CONTENT_TOO_LARGE);
            return false;
        }
        taken += fits;
        if (fits > 0) {
            kept.write(chunk, 0, fits);
        }
        discarded += length - fits;
        if (discarded > MAX_DISCARDED_BYTES) {
            refuse(HttpStatus.CONTENT_TOO_LARGE);
        }
        return discarded <= MAX_DISCARDED_BYTES;
    }

    /** Dispatches the request; the path is ignored because the filter continues with the original request. */
    @Override
    public void onAllDataRead() {
        sent.getAsyncContext().dispatch("/");
    }

    @Override
    public void onError(Throwable failure) {
        LOG.debug("The body of a request did not arrive", failure);
        refuse(failure instanceof SocketTimeoutException ? HttpStatus.REQUEST_TIMEOUT : HttpStatus.BAD_REQUEST);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        refuse(HttpStatus.REQUEST_TIMEOUT);
    }

    /** Refuses once; the server can report an error repeatedly. */
    private void refuse(HttpStatus status) {
        if (refused) {
            return;
        }
        refused = true;
        free();
        ServerExchange.of(sent).refuse(status, response);
        sent.getAsyncContext().complete();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        free();
    }

    @Override
    public void onError(AsyncEvent event) {
        free();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // the response starts it and has its own listener
    }
}
