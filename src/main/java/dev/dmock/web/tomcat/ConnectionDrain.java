package dev.dmock.web.tomcat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Counts requests from their first byte to the last byte of their response; once closed, it admits no more. */
final class ConnectionDrain {

    private static final int MAX_REQUESTS = Integer.MAX_VALUE;

    private final Semaphore permits = new Semaphore(MAX_REQUESTS);
    private volatile boolean closed;

    /** Admits a request unless the drain is closed; an admitted request must call {@link #leave}. */
    boolean enter() {
        if (closed || !permits.tryAcquire()) {
            return false;
        }
        if (closed) {
            permits.release();
            return false;
        }
        return true;
    }

    void leave() {
        permits.release();
    }

    /** Closes the drain and waits for all admitted requests; returns false on timeout. */
    boolean close(Duration patience) throws InterruptedException {
        closed = true;
        return permits.tryAcquire(MAX_REQUESTS, patience.toNanos(), TimeUnit.NANOSECONDS);
    }
}
