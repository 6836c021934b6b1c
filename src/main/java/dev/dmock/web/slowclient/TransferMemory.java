package dev.dmock.web.slowclient;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** The memory quota for all request and response bodies in transfer: an eighth of the heap. */
@Component
class TransferMemory {

    private static final int HEAP_DIVISOR = 8;

    /** The maximum number of threads that write large responses with blocking I/O. */
    private static final int MAX_BLOCKING_THREADS = 32;

    private final AtomicLong free = new AtomicLong(Runtime.getRuntime().maxMemory() / HEAP_DIVISOR);
    private final Semaphore places = new Semaphore(MAX_BLOCKING_THREADS);

    /** Reserves memory; returns false if the quota is used up. */
    boolean take(long bytes) {
        if (free.addAndGet(-bytes) >= 0) {
            return true;
        }
        free.addAndGet(bytes);
        return false;
    }

    void giveBack(long bytes) {
        free.addAndGet(bytes);
    }

    boolean startBlocking() {
        return places.tryAcquire();
    }

    void stopBlocking() {
        places.release();
    }
}
