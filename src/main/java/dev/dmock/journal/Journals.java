package dev.dmock.journal;

import dev.dmock.space.store.SpaceName;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Service;

/** The journals of all spaces in this server's memory; each server on a shared database has its own journals. */
@Service
public class Journals {

    /** Evicts the least recently used spaces beyond this number. */
    private static final int MAX_SPACES = 10_000;

    private final JournalLimits limits;
    private final long most;
    private final ConcurrentMap<SpaceName, JournalBuffer> rings = new ConcurrentHashMap<>();
    private final Coverage everywhere = new Coverage();
    private final AtomicLong total = new AtomicLong();
    private final AtomicLong uses = new AtomicLong();
    private final String server = ProcessHandle.current().pid() + "@"
            + Optional.ofNullable(System.getenv("HOSTNAME")).orElse("localhost");

    Journals(JournalLimits limits) {
        this.limits = limits;
        this.most = limits.bytesInAll();
    }

    /**
     * The calls of a journal that match a query.
     *
     * @param server the server that recorded the journal
     * @param dropped the number of evicted calls
     */
    public record Journal(String server, List<JournalEntry> entries, long dropped) {}

    void add(SpaceName space, JournalEntry entry) {
        Set<Integer> codes = entry.errorCodes();
        JournalBuffer ring = ring(space);
        ring.add(entry);
        ring.coverage().count(entry, codes);
        everywhere.count(entry, codes);
        makeRoom(ring);
    }

    /** Returns all stored calls of a space, oldest first. */
    public Journal all(SpaceName space) {
        JournalBuffer ring = rings.get(space);
        JournalBuffer.Contents contents = ring == null ? new JournalBuffer.Contents(List.of(), 0) : ring.contents();
        return new Journal(server, contents.entries(), contents.dropped());
    }

    /** Returns the coverage of a space since it was created; clearing the journal does not reset it. */
    public Coverage coverage(SpaceName space) {
        return ring(space).coverage();
    }

    /** Returns the coverage of all spaces since the server was started. */
    public Coverage coverageOfAll() {
        return everywhere;
    }

    /** Clears the calls of a space; its coverage stays. */
    public void clear(SpaceName space) {
        JournalBuffer ring = rings.get(space);
        if (ring != null) {
            ring.clear();
        }
    }

    /** Removes the journal of a space. */
    public void forget(SpaceName space) {
        JournalBuffer ring = rings.remove(space);
        if (ring != null) {
            ring.clear();
        }
    }

    private JournalBuffer ring(SpaceName space) {
        JournalBuffer ring = rings.computeIfAbsent(space, name -> new JournalBuffer(limits, total));
        ring.use(uses.incrementAndGet());
        return ring;
    }

    private void makeRoom(JournalBuffer current) {
        while (total.get() > most || rings.size() > MAX_SPACES) {
            Optional<Map.Entry<SpaceName, JournalBuffer>> oldest = rings.entrySet().stream()
                    .filter(e -> e.getValue() != current)
                    .filter(e -> e.getValue().weight() > 0 || rings.size() > MAX_SPACES)
                    .min(Comparator.comparingLong(e -> e.getValue().used()));
            if (oldest.isEmpty()) {
                return;
            }
            oldest.get().getValue().drop();
            if (rings.size() > MAX_SPACES) {
                rings.remove(oldest.get().getKey(), oldest.get().getValue());
            }
        }
    }
}
