package dev.dmock.web.slowclient;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/** How much all bodies that are on their way may take together, in either direction: an eighth of the memory. */
@Component
class TransferMemory {

    private static final int SHARE = 8;

    /** How many threads may wait for clients whose answers are too large to be kept. */
    private static final int WAITING = 32;

    private final AtomicLong free = new AtomicLong(Runtime.getRuntime().maxMemory() / SHARE);
    private final Semaphore places = new Semaphore(WAITING);

    /** Whether there was so much left; then it has to be given back. */
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

    boolean startWaiting() {
        return places.tryAcquire();
    }

    void stopWaiting() {
        places.release();
    }
}
