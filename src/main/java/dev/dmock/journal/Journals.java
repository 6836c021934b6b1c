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

/** The journals of all spaces, in the memory of this server: another server on the same database has its own. */
@Service
public class Journals {

    /** Beyond so many, spaces that were not used for longest are forgotten. */
    private static final int MOST_SPACES = 10_000;

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
     * What a journal has that fits a question.
     *
     * @param server which server has it
     * @param dropped how many calls it had to forget
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

    /** All calls of a space that are kept, the oldest first. */
    public Journal all(SpaceName space) {
        JournalBuffer ring = rings.get(space);
        JournalBuffer.Contents contents = ring == null ? new JournalBuffer.Contents(List.of(), 0) : ring.contents();
        return new Journal(server, contents.entries(), contents.dropped());
    }

    /** What was counted since the space was made, whatever was cleared. */
    public Coverage coverage(SpaceName space) {
        return ring(space).coverage();
    }

    /** What was counted in all spaces since the server was started. */
    public Coverage coverageOfAll() {
        return everywhere;
    }

    /** Forgets the calls of a space; what was counted stays. */
    public void clear(SpaceName space) {
        JournalBuffer ring = rings.get(space);
        if (ring != null) {
            ring.clear();
        }
    }

    /** Forgets a space. */
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
        while (total.get() > most || rings.size() > MOST_SPACES) {
            Optional<Map.Entry<SpaceName, JournalBuffer>> oldest = rings.entrySet().stream()
                    .filter(e -> e.getValue() != current)
                    .filter(e -> e.getValue().weight() > 0 || rings.size() > MOST_SPACES)
                    .min(Comparator.comparingLong(e -> e.getValue().used()));
            if (oldest.isEmpty()) {
                return;
            }
            oldest.get().getValue().drop();
            if (rings.size() > MOST_SPACES) {
                rings.remove(oldest.get().getKey(), oldest.get().getValue());
            }
        }
    }
}
