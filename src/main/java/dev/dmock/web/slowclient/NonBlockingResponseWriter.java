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

/** An answer that is being sent as fast as its client takes it, by whatever thread is there when the client is ready. */
final class NonBlockingResponseWriter implements WriteListener, AsyncListener {

    private static final Logger LOG = LoggerFactory.getLogger(NonBlockingResponseWriter.class);

    /**
     * So much is given to the server at once; what the client does not take of it, the server keeps. The less it is, the
     * more often another thread has to be woken for the same answer.
     */
    static final int PIECE = 1 << 15;

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final InputStream body;
    private final byte[] piece = new byte[PIECE];
    private final Runnable afterwards;
    private final AtomicBoolean completed = new AtomicBoolean();

    NonBlockingResponseWriter(
            HttpServletRequest request, HttpServletResponse response, InputStream body, Runnable afterwards) {
        this.request = request;
        this.response = response;
        this.body = body;
        this.afterwards = afterwards;
    }

    /** Sends it; who does not take it in time loses the connection. */
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
            int length = body.read(piece);
            if (length < 0) {
                complete();
                return;
            }
            out.write(piece, 0, length);
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

    /** The server tells of what is broken more than once. */
    private void complete() {
        if (completed.compareAndSet(false, true)) {
            request.getAsyncContext().complete();
        }
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // nobody does that after the answer
    }
}
