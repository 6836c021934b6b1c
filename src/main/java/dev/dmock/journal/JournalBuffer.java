package dev.dmock.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A ring buffer with the newest calls of one space and the number of evicted calls. */
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
     * Creates an empty buffer.
     *
     * @param total the weight of all buffers together, which this buffer updates
     */
    JournalBuffer(JournalLimits limits, AtomicLong total) {
        this.limits = limits;
        this.total = total;
    }

    /** A snapshot of a buffer. */
    record Contents(List<JournalEntry> entries, long dropped) {}

    Coverage coverage() {
        return coverage;
    }

    /** Returns the sequence number of the last use, which grows with each use of any buffer. */
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

    /** Removes all calls and resets the number of evicted calls, but does not reuse ids. */
    synchronized void clear() {
        empty();
        dropped = 0;
    }

    /** Evicts all calls in favour of other buffers. */
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
