package dev.dmock.space.fact;

import dev.dmock.time.SpaceClock;
import dev.dmock.version.Trait;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.pcollections.PSet;

/**
 * The facts of a space while one request or one event works on them: reads see what was written before; nothing is seen
 * by others until the whole is committed.
 */
public final class Draft {

    private final Instant machine;
    private final List<Runnable> forGood = new ArrayList<>();
    private PSet<Touched> touched;
    private Facts facts;
    private Instant now;
    private boolean askedForTime;

    public Draft(Facts facts, PSet<Touched> touched, Instant now, Instant machine) {
        this.facts = facts;
        this.touched = touched;
        this.now = now;
        this.machine = machine;
    }

    /** The time at which this happens, by the space's clock. */
    public Instant now() {
        askedForTime = true;
        return now;
    }

    /** The instant at which something is over that begins now and takes {@code real} on a real cluster. */
    public Instant after(Duration real) {
        return now().plus(settings().pace().of(real));
    }

    /** What the machine's clock showed when the work began; for setting the space's clock. */
    public Instant machine() {
        askedForTime = true;
        return machine;
    }

    /** Whether what came of the work may depend on more than the facts. */
    public boolean askedForTime() {
        return askedForTime;
    }

    /** The time that the space's clock shows, which never goes back. */
    public Instant shown() {
        Instant shown = settings().clock().read(machine);
        return shown.isAfter(now) ? shown : now;
    }

    public SpaceSettings settings() {
        return get(SpaceSettings.KIND, "");
    }

    /** Whether the version that the space emulates has the trait. */
    public boolean has(Trait trait) {
        return settings().api().has(trait);
    }

    public <V> Optional<V> find(Kind<V> kind, String... key) {
        return Optional.ofNullable(facts.find(kind, Key.of(key)));
    }

    /** A record that is known to be there. */
    public <V> V get(Kind<V> kind, String... key) {
        V found = facts.find(kind, Key.of(key));
        return Objects.requireNonNull(found, () -> "no " + kind.name() + " " + List.of(key));
    }

    public boolean has(Kind<?> kind, String... key) {
        return facts.find(kind, Key.of(key)) != null;
    }

    /** All records of a kind, in the order of their keys; later changes are not seen. */
    public <V> Collection<V> all(Kind<V> kind) {
        return facts.all(kind);
    }

    /** The records whose key begins with these parts and has more. */
    public <V> Collection<V> under(Kind<V> kind, String... parts) {
        return facts.under(kind, Key.prefix(parts));
    }

    /** The records that a word finds, in the order of their keys; see {@link Kind#foundBy}. */
    public <V> Collection<V> by(Kind<V> kind, String word) {
        return facts.by(kind, word);
    }

    public <V> void put(Kind<V> kind, V value) {
        facts = facts.with(kind, value);
        touched = touched.plus(new Touched(kind, kind.key().apply(value)));
    }

    /**
     * Puts a record that stays even if the work is refused in the end and undone, since it says that something happened
     * to the attempt. A read that does so is made a write.
     */
    public <V> void putForGood(Kind<V> kind, V value) {
        put(kind, value);
        forGood.add(() -> put(kind, value));
    }

    public <V> void change(Kind<V> kind, UnaryOperator<V> how, String... key) {
        V old = get(kind, key);
        V changed = how.apply(old);
        if (!old.equals(changed)) {
            put(kind, changed);
        }
    }

    public void remove(Kind<?> kind, String... key) {
        removeKey(kind, Key.of(key));
    }

    /** Removes all records of a kind whose key begins with these parts and has more. */
    public <V> void removeUnder(Kind<V> kind, String... parts) {
        for (V value : under(kind, parts)) {
            removeKey(kind, kind.key().apply(value));
        }
    }

    public <V> void removeAll(Kind<V> kind) {
        for (V value : all(kind)) {
            removeKey(kind, kind.key().apply(value));
        }
    }

    /** Forgets everything; time goes on from what the machine's clock shows. */
    public void startAfresh() {
        facts.keys().forEach(key -> removeKey(key.kind(), key.key()));
        now = machine;
    }

    /** Adds an entry to the timeline; evicts the oldest one when the timeline is full. */
    public void note(TimelineEntry note) {
        TimelineEntry last = facts.last(TimelineEntry.KIND);
        TimelineEntry next = note.numbered(last == null ? 1 : last.id() + 1, now);
        put(TimelineEntry.KIND, next);
        removeKey(TimelineEntry.KIND, Key.number(next.id() - TimelineEntry.MOST));
    }

    /** Puts everything back to what it was at a moment; the clock goes on from what it showed then. */
    public void restore(Facts then, Instant at) {
        startAfresh();
        then.keys().forEach(record -> putFrom(then, record.kind(), record.key()));
        now = at;
        if (!settings().clock().frozen()) {
            change(SpaceSettings.KIND, s -> s.withClock(SpaceClock.showing(at, machine)), "");
        }
    }

    private <V> void putFrom(Facts then, Kind<V> kind, String key) {
        put(kind, Objects.requireNonNull(then.find(kind, key)));
    }

    /** Returns the time until the next due event; empty if none comes due while the clock is as it is. */
    public Optional<Duration> untilNextEvent() {
        askedForTime = true;
        Facts.Due due = settings().clock().frozen() ? null : facts.nextDue();
        return due == null ? Optional.empty() : Optional.of(Duration.between(now, due.at()));
    }

    private void removeKey(Kind<?> kind, String key) {
        if (facts.find(kind, key) != null) {
            facts = facts.without(kind, key);
            touched = touched.plus(new Touched(kind, key));
        }
    }

    /** When this happens, for those who let time pass. */
    public Instant at() {
        return now;
    }

    void turnTo(Instant instant) {
        now = instant;
    }

    public Facts facts() {
        return facts;
    }

    /** Sets a mark, to which the work can be rolled back. */
    public Mark mark() {
        forGood.clear();
        askedForTime = false;
        return new Mark(facts, touched);
    }

    /** Whether something was put for good since the last mark. */
    public boolean hasPutForGood() {
        return !forGood.isEmpty();
    }

    /** Rolls back to the mark, except for records that were put permanently. */
    public void undo(Mark mark) {
        facts = mark.facts;
        touched = mark.touched;
        List.copyOf(forGood).forEach(Runnable::run);
    }

    /** The records that were written or removed. */
    public PSet<Touched> touched() {
        return touched;
    }

    /** What a draft was at one moment. */
    public record Mark(Facts facts, PSet<Touched> touched) {}

    /** A record that changed; looked up in {@link #facts()}, it is its new state, or gone. */
    public record Touched(Kind<?> kind, String key) {

        @Nullable
        public Object in(Facts facts) {
            return facts.find(kind, key);
        }
    }
}
