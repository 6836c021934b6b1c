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
 * A body that is being received, without a thread that waits for it. What is too large is read to its end all the same,
 * within limits: who still sends does not read the answer.
 */
final class NonBlockingBodyReader implements ReadListener, AsyncListener {

    private static final Logger LOG = LoggerFactory.getLogger(NonBlockingBodyReader.class);
    private static final String ATTRIBUTE = NonBlockingBodyReader.class.getName();
    private static final int PIECE = 1 << 12;
    private static final long MOST_UNREAD = 1L << 26;

    private final HttpServletRequest sent;
    private final HttpServletResponse response;
    private final TransferMemory memory;
    private final int largest;
    private final FastByteArrayOutputStream kept = new FastByteArrayOutputStream(PIECE);
    private final byte[] piece = new byte[PIECE];
    private long taken;
    private long unread;
    private boolean refused;

    NonBlockingBodyReader(HttpServletRequest sent, HttpServletResponse response, TransferMemory memory) {
        this.sent = sent;
        this.response = response;
        this.memory = memory;
        this.largest = BufferedRequest.largest(sent);
    }

    /** The one that a request comes back with. */
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

    /** Has the request come back when the body is there; it is refused if that takes too long. */
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
                int length = in.read(piece);
                wanted = length <= 0 || keep(length);
            }
        } catch (IOException broken) {
            onError(broken); // if it went on from here, the server would just close the connection
        }
    }

    /** False if no more of it is wanted. */
    private boolean keep(int length) throws IOException {
        int fits = Math.max(0, Math.min(length, largest + 1 - kept.size()));
        if (fits > 0 && !memory.take(fits)) {
            refuse(HttpStatus.CONTENT_TOO_LARGE);
            return false;
        }
        taken += fits;
        if (fits > 0) {
            kept.write(piece, 0, fits);
        }
        unread += length - fits;
        if (unread > MOST_UNREAD) {
            refuse(HttpStatus.CONTENT_TOO_LARGE);
        }
        return unread <= MOST_UNREAD;
    }

    /** The place that is named does not matter: it is the request as it was sent that goes on. */
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

    /** The server tells of what is broken more than once. */
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
        // that is the answer, which has a listener of its own
    }
}
