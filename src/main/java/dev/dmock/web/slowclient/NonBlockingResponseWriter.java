package dev.dmock.web.slowclient;

import dev.dmock.web.tomcat.ConnectionAbort;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a response with non-blocking I/O, on whichever thread runs when the client is ready. */
final class NonBlockingResponseWriter implements WriteListener, AsyncListener {

    private static final Logger LOG = LoggerFactory.getLogger(NonBlockingResponseWriter.class);

    /**
     * The chunk size. The server buffers the part of a chunk that the client has not read; a smaller chunk needs more
     * thread wake-ups per response.
     */
    static final int CHUNK_BYTES = 1 << 15;

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final InputStream body;
    private final byte[] chunk = new byte[CHUNK_BYTES];
    private final Runnable afterwards;
    private final AtomicBoolean completed = new AtomicBoolean();

    NonBlockingResponseWriter(
            HttpServletRequest request, HttpServletResponse response, InputStream body, Runnable afterwards) {
        this.request = request;
        this.response = response;
        this.body = body;
        this.afterwards = afterwards;
    }

    /** Starts sending; drops the connection after the timeout. */
    void send(long millis) throws IOException {
        AsyncContext sending = request.startAsync(request, response);
        sending.setTimeout(millis);
        sending.addListener(this);
        response.getOutputStream().setWriteListener(this);
    }

    @Override
    public void onWritePossible() throws IOException {
        ServletOutputStream out = response.getOutputStream();
        while (out.isReady()) {
            int length = body.read(chunk);
            if (length < 0) {
                complete();
                return;
            }
            out.write(chunk, 0, length);
        }
    }

    @Override
    public void onError(Throwable failure) {
        LOG.debug("A client did not take its answer", failure);
        complete();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        ConnectionAbort.now(request);
        complete();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        afterwards.run();
    }

    @Override
    public void onError(AsyncEvent event) {
        complete();
    }

    /** Completes once; the server can report an error repeatedly. */
    private void complete() {
        if (completed.compareAndSet(false, true)) {
            request.getAsyncContext().complete();
        }
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // never called: the response is complete
    }
}
