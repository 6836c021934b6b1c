package dev.dmock.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The calls of one space: the newest, and how many older ones were dropped. */
final class JournalBuffer {

    private final JournalLimits limits;
    private final AtomicLong total;
    private final Coverage coverage = new Coverage();
    private final Deque<JournalEntry> entries = new ArrayDeque<>();
    private volatile long used;
    private long weight;
    private long last;
    private long dropped;

    /**
     * A ring without calls.
     *
     * @param total the weight of all rings together, which this one keeps up to date
     */
    JournalBuffer(JournalLimits limits, AtomicLong total) {
        this.limits = limits;
        this.total = total;
    }

    /** What is in a ring at one moment. */
    record Contents(List<JournalEntry> entries, long dropped) {}

    Coverage coverage() {
        return coverage;
    }

    /** When it was used last: a number that grows with each use of any ring. */
    long used() {
        return used;
    }

    void use(long now) {
        used = now;
    }

    synchronized void add(JournalEntry entry) {
        JournalEntry numbered = entry.numbered(++last);
        entries.addLast(numbered);
        weigh(numbered.weight());
        while (entries.size() > limits.entries() || (weight > limits.size().toBytes() && entries.size() > 1)) {
            weigh(-entries.removeFirst().weight());
            dropped++;
        }
    }

    synchronized long weight() {
        return weight;
    }

    synchronized Contents contents() {
        return new Contents(List.copyOf(entries), dropped);
    }

    /** Forgets all calls as if there had been none, but does not use their numbers again. */
    synchronized void clear() {
        empty();
        dropped = 0;
    }

    /** Makes room for others. */
    synchronized void drop() {
        dropped += entries.size();
        empty();
    }

    private void empty() {
        entries.clear();
        weigh(-weight);
    }

    private void weigh(long more) {
        weight += more;
        total.addAndGet(more);
    }
}
