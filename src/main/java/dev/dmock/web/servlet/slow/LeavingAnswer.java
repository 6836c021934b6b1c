package dev.dmock.web.servlet.slow;

import dev.dmock.web.servlet.HangUp;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An answer that is being sent as fast as its client takes it, by whatever thread is there when the client is ready. */
final class LeavingAnswer implements WriteListener, AsyncListener {

    private static final Logger LOG = LoggerFactory.getLogger(LeavingAnswer.class);
    private static final int PIECE = 1 << 13;

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final InputStream body;
    private final Runnable afterwards;

    LeavingAnswer(HttpServletRequest request, HttpServletResponse response, InputStream body, Runnable afterwards) {
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
        byte[] piece = new byte[PIECE];
        while (out.isReady()) {
            int length = body.read(piece);
            if (length < 0) {
                request.getAsyncContext().complete();
                return;
            }
            out.write(piece, 0, length);
        }
    }

    @Override
    public void onError(Throwable failure) {
        LOG.debug("A client did not take its answer", failure);
        request.getAsyncContext().complete();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        HangUp.now(request);
        event.getAsyncContext().complete();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        afterwards.run();
    }

    @Override
    public void onError(AsyncEvent event) {
        event.getAsyncContext().complete();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
        // nobody does that after the answer
    }
}
