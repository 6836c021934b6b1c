package dev.dmock.space;

import dev.dmock.space.store.SpaceName;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.stereotype.Component;

/** Notifies threads of writes to a space. A space has a notifier only while a thread listens. */
@Component
public class SpaceChangeNotifier {

    private final ConcurrentMap<SpaceName, Bell> bells = new ConcurrentHashMap<>();

    /** Registers a listener of a space; the caller has to close it. */
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

    /** Ends the waits of all listeners of a space that was dropped. */
    void ringOut(SpaceName name) {
        Bell bell = bells.remove(name);
        if (bell != null) {
            bell.ring(true);
        }
    }

    /** Ends the waits of the listeners of all spaces. */
    public void ringOutAll() {
        bells.keySet().forEach(this::ringOut);
    }

    /** The notifier of one space. */
    public static final class Bell {

        private final ReentrantLock lock = new ReentrantLock();
        private final Condition rung = lock.newCondition();
        private long rings;
        private boolean last;

        /** Guarded by the map. */
        private int listeners;

        /** The number of notifications so far. */
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
         * Waits until there were more than {@code heard} notifications, or the timeout in nanoseconds expires.
         *
         * @return false if the notifier is closed or the thread is interrupted
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
