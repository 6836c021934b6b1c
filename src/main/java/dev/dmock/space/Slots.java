package dev.dmock.space;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The places of spaces in memory. When there are many, those that were not used for longest are given up: the database
 * has what was in them. Whoever still works in one that was given up is overtaken in the database, as by another server.
 */
final class Slots {

    /** How many spaces are in memory at most, unless a test wants fewer. */
    static final int MOST = 200;

    private final int most;
    private final ConcurrentMap<SpaceName, Slot> slots = new ConcurrentHashMap<>();
    private final AtomicLong uses = new AtomicLong();
    private final ReentrantLock clearing = new ReentrantLock();

    Slots(int most) {
        this.most = most;
    }

    Slot of(SpaceName name) {
        Slot slot = slots.computeIfAbsent(name, n -> new Slot());
        slot.used = uses.incrementAndGet();
        if (slots.size() > most && clearing.tryLock()) {
            try {
                makeRoom();
            } finally {
                clearing.unlock();
            }
        }
        return slot;
    }

    void giveUp(SpaceName name) {
        slots.remove(name);
    }

    int size() {
        return slots.size();
    }

    /** Gives up a tenth at once, so that this is rare. */
    private void makeRoom() {
        List<Map.Entry<SpaceName, Slot>> oldestFirst = slots.entrySet().stream()
                .map(e -> new Aged(e, e.getValue().used))
                .sorted(Comparator.comparingLong(Aged::used))
                .map(Aged::entry)
                .toList();
        oldestFirst
                .subList(0, oldestFirst.size() - most + most / 10)
                .forEach(e -> slots.remove(e.getKey(), e.getValue()));
    }

    /** When a place was used last, as it was when the sorting began. */
    private record Aged(Map.Entry<SpaceName, Slot> entry, long used) {}

    /** The place of one space. */
    static final class Slot {

        private final ReentrantLock turn = new ReentrantLock();
        private final AtomicReference<@Nullable State> state = new AtomicReference<>();
        private volatile long used;

        @Nullable
        State current() {
            return state.get();
        }

        void set(@Nullable State next) {
            state.set(next);
        }

        void replace(@Nullable State old, @Nullable State next) {
            state.compareAndSet(old, next);
        }

        <T> T inTurn(Function<Slot, T> work) {
            turn.lock();
            try {
                return work.apply(this);
            } finally {
                turn.unlock();
            }
        }
    }
}
