package dev.dmock.space;

import dev.dmock.space.store.SpaceName;
import dev.dmock.space.store.SpaceState;
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
 * has what was in them. One in which somebody works is not given up, so that there never are two of one space that is
 * written to.
 */
public final class SpaceCache {

    /** The maximum number of spaces in memory, unless a test wants fewer. */
    public static final int MOST = 200;

    private final int most;
    private final ConcurrentMap<SpaceName, Slot> slots = new ConcurrentHashMap<>();
    private final AtomicLong uses = new AtomicLong();
    private final ReentrantLock clearing = new ReentrantLock();

    SpaceCache(int most) {
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

    /** Runs work on the cache entry of a space while holding its lock. */
    <T> T inTurn(SpaceName name, Function<Slot, T> work) {
        while (true) {
            Slot slot = of(name);
            slot.turn.lock();
            try {
                if (!slot.givenUp) {
                    return work.apply(slot);
                }
            } finally {
                slot.turn.unlock();
            }
        }
    }

    /** Evicts the entry that the caller has locked. */
    void giveUp(SpaceName name, Slot slot) {
        slot.givenUp = true;
        slots.remove(name, slot);
    }

    int size() {
        return slots.size();
    }

    /** Evicts a tenth of the entries at once, so that eviction is rare. */
    private void makeRoom() {
        List<Map.Entry<SpaceName, Slot>> oldestFirst = slots.entrySet().stream()
                .map(e -> new Aged(e, e.getValue().used))
                .sorted(Comparator.comparingLong(Aged::used))
                .map(Aged::entry)
                .toList();
        oldestFirst
                .subList(0, oldestFirst.size() - most + most / 10)
                .forEach(e -> giveUpIfIdle(e.getKey(), e.getValue()));
    }

    private void giveUpIfIdle(SpaceName name, Slot slot) {
        if (!slot.turn.isHeldByCurrentThread() && slot.turn.tryLock()) {
            try {
                giveUp(name, slot);
            } finally {
                slot.turn.unlock();
            }
        }
    }

    /** When a place was used last, as it was when the sorting began. */
    private record Aged(Map.Entry<SpaceName, Slot> entry, long used) {}

    /** The cache entry of one space. */
    static final class Slot {

        private final ReentrantLock turn = new ReentrantLock();
        private final AtomicReference<@Nullable SpaceState> state = new AtomicReference<>();
        private volatile long used;
        /** Guarded by {@code turn}: whoever came for this place has to look for the one that took its place. */
        private boolean givenUp;

        @Nullable
        SpaceState current() {
            return state.get();
        }

        void set(@Nullable SpaceState next) {
            state.set(next);
        }

        void replace(@Nullable SpaceState old, @Nullable SpaceState next) {
            state.compareAndSet(old, next);
        }
    }
}
