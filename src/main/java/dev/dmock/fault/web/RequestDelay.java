package dev.dmock.fault.web;

import jakarta.annotation.PreDestroy;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Delays requests by real time. A limit on concurrently delayed requests keeps threads free for the control API;
 * requests beyond the limit are not delayed.
 */
@Component
class RequestDelay {

    private static final int MAX_DELAYED = 100;

    private final Semaphore slots = new Semaphore(MAX_DELAYED);
    private final CountDownLatch closing = new CountDownLatch(1);

    void pass(Duration time) throws InterruptedIOException {
        if (time.isZero() || !slots.tryAcquire()) {
            return;
        }
        try {
            boolean closed = closing.await(time.toMillis(), TimeUnit.MILLISECONDS);
            if (closed) {
                throw new InterruptedIOException("the server is closed");
            }
        } catch (InterruptedException e) {
            throw (InterruptedIOException) new InterruptedIOException("interrupted while waiting").initCause(e);
        } finally {
            slots.release();
        }
    }

    /** Ends all delays when the server shuts down. */
    @PreDestroy
    void close() {
        closing.countDown();
    }
}
