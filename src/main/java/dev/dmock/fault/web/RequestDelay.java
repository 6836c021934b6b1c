package dev.dmock.fault.web;

import jakarta.annotation.PreDestroy;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/**
 * Lets requests wait, by real time. The number of those that wait at once is bounded, so that there are threads left for
 * the control API; whoever finds no place does not wait.
 */
@Component
class RequestDelay {

    private static final int PLACES = 100;

    private final Semaphore places = new Semaphore(PLACES);
    private final CountDownLatch closing = new CountDownLatch(1);

    void pass(Duration time) throws InterruptedIOException {
        if (time.isZero() || !places.tryAcquire()) {
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
            places.release();
        }
    }

    /** Nobody has to wait for those who wait. */
    @PreDestroy
    void close() {
        closing.countDown();
    }
}
