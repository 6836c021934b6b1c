package dev.dmock.web.tomcat;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** What requests go through from their first byte to the last one of their answer; once it is closed, no further ones do. */
final class ConnectionDrain {

    private static final int ROOM = Integer.MAX_VALUE;

    private final Semaphore room = new Semaphore(ROOM);
    private volatile boolean closed;

    /** Lets a request in, if the gate is open; it has to leave then. */
    boolean enter() {
        if (closed || !room.tryAcquire()) {
            return false;
        }
        if (closed) {
            room.release();
            return false;
        }
        return true;
    }

    void leave() {
        room.release();
    }

    /** Lets nobody in any more, and waits until all have left; false if they have not in time. */
    boolean close(Duration patience) throws InterruptedException {
        closed = true;
        return room.tryAcquire(ROOM, patience.toNanos(), TimeUnit.NANOSECONDS);
    }
}
