package dev.dmock.space;

import dev.dmock.space.store.SpaceName;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** Lets threads hear that something was written to a space. A space has a bell only while somebody listens. */
@Component
public class SpaceChangeNotifier {

    private final ConcurrentMap<SpaceName, Bell> bells = new ConcurrentHashMap<>();

    /** The bell of a space, to be left again. */
    public Bell join(SpaceName name) {
        return bells.compute(name, (n, bell) -> {
            Bell joined = bell == null ? new Bell() : bell;
            joined.listeners++;
            return joined;
        });
    }

    public void leave(SpaceName name) {
        bells.computeIfPresent(name, (n, bell) -> --bell.listeners == 0 ? null : bell);
    }

    public void ring(SpaceName name) {
        Bell bell = bells.get(name);
        if (bell != null) {
            bell.ring(false);
        }
    }

    /** Tells all listeners that there is nothing more to wait for: the space is gone. */
    void ringOut(SpaceName name) {
        Bell bell = bells.remove(name);
        if (bell != null) {
            bell.ring(true);
        }
    }

    /** Tells the listeners of all spaces that there is nothing more to wait for. */
    public void ringOutAll() {
        bells.keySet().forEach(this::ringOut);
    }

    /** The bell of one space. */
    public static final class Bell {

        private final ReentrantLock lock = new ReentrantLock();
        private final Condition rung = lock.newCondition();
        private long rings;
        private boolean last;

        /** Guarded by the map. */
        private int listeners;

        /** How often it was rung. */
        public long rings() {
            lock.lock();
            try {
                return rings;
            } finally {
                lock.unlock();
            }
        }

        private void ring(boolean forTheLastTime) {
            lock.lock();
            try {
                rings++;
                last |= forTheLastTime;
                rung.signalAll();
            } finally {
                lock.unlock();
            }
        }

        /**
         * Waits until it was rung more than {@code heard} times, or so many nanoseconds are over.
         *
         * @return false if it will not be rung again, or the thread is told to end
         */
        public boolean await(long heard, long nanos) {
            lock.lock();
            try {
                long left = nanos;
                while (rings == heard && left > 0) {
                    left = rung.awaitNanos(left);
                }
                return !last;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            } finally {
                lock.unlock();
            }
        }
    }
}
