package dev.dmock.space.fact;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * All facts of one space at one moment: immutable, and cheap to derive the next from. Records of a kind are in the order
 * of their keys; a queue of what is due next is kept along, and an index of what else than its key a record is found by.
 */
public final class Facts {

    public static final Facts NONE = new Facts(HashTreePMap.empty(), HashTreePMap.empty(), TreePSet.empty());

    private final HashPMap<Kind<?>, TreePMap<String, Object>> records;
    /** The records again, each below every word that finds it. */
    private final HashPMap<Kind<?>, TreePMap<String, Object>> index;

    private final TreePSet<Due> queue;

    private Facts(
            HashPMap<Kind<?>, TreePMap<String, Object>> records,
            HashPMap<Kind<?>, TreePMap<String, Object>> index,
            TreePSet<Due> queue) {
        this.records = records;
        this.index = index;
        this.queue = queue;
    }

    public <V> @Nullable V find(Kind<V> kind, String key) {
        return kind.type().cast(of(records, kind).get(key));
    }

    public <V> Collection<V> all(Kind<V> kind) {
        return values(of(records, kind));
    }

    <V> Collection<V> under(Kind<V> kind, String prefix) {
        return values(of(records, kind).subMap(prefix, Key.behind(prefix)));
    }

    /** The records that a word finds, in the order of their keys. */
    <V> Collection<V> by(Kind<V> kind, String word) {
        String prefix = Key.prefix(word);
        return values(of(index, kind).subMap(prefix, Key.behind(prefix)));
    }

    /** The record with the last key. */
    <V> @Nullable V last(Kind<V> kind) {
        TreePMap<String, Object> all = of(records, kind);
        return all.isEmpty() ? null : kind.type().cast(all.lastEntry().getValue());
    }

    public <V> Facts with(Kind<V> kind, V value) {
        String key = kind.key().apply(value);
        TreePMap<String, Object> old = of(records, kind);
        Object before = old.get(key);
        TreePSet<Due> next = unqueue(kind, key, before);
        Instant due = kind.due().apply(value);
        return new Facts(
                records.plus(kind, old.plus(key, value)),
                indexed(unindexed(kind, key, before), kind, key, value),
                due == null ? next : next.plus(new Due(due, kind.name(), key)));
    }

    Facts without(Kind<?> kind, String key) {
        TreePMap<String, Object> old = of(records, kind);
        Object before = old.get(key);
        return new Facts(records.plus(kind, old.minus(key)), unindexed(kind, key, before), unqueue(kind, key, before));
    }

    public List<Draft.Touched> keys() {
        return records.entrySet().stream()
                .flatMap(e -> e.getValue().keySet().stream().map(key -> new Draft.Touched(e.getKey(), key)))
                .toList();
    }

    /** The next due event; null if there is none. */
    @Nullable
    Due nextDue() {
        return queue.isEmpty() ? null : queue.first();
    }

    private <V> TreePSet<Due> unqueue(Kind<V> kind, String key, @Nullable Object old) {
        Instant due = old == null ? null : kind.due().apply(kind.type().cast(old));
        return due == null ? queue : queue.minus(new Due(due, kind.name(), key));
    }

    private <V> HashPMap<Kind<?>, TreePMap<String, Object>> unindexed(Kind<V> kind, String key, @Nullable Object old) {
        HashPMap<Kind<?>, TreePMap<String, Object>> changed = index;
        if (old != null) {
            for (String word : kind.words().apply(kind.type().cast(old))) {
                changed = changed.plus(kind, of(changed, kind).minus(Key.prefix(word) + key));
            }
        }
        return changed;
    }

    private static <V> HashPMap<Kind<?>, TreePMap<String, Object>> indexed(
            HashPMap<Kind<?>, TreePMap<String, Object>> index, Kind<V> kind, String key, V value) {
        HashPMap<Kind<?>, TreePMap<String, Object>> changed = index;
        for (String word : kind.words().apply(value)) {
            changed = changed.plus(kind, of(changed, kind).plus(Key.prefix(word) + key, value));
        }
        return changed;
    }

    private static TreePMap<String, Object> of(HashPMap<Kind<?>, TreePMap<String, Object>> all, Kind<?> kind) {
        TreePMap<String, Object> found = all.get(kind);
        return found == null ? TreePMap.empty() : found;
    }

    @SuppressWarnings("unchecked") // only with() adds records, and it adds what the kind says
    private static <V> Collection<V> values(Map<String, Object> of) {
        return (Collection<V>) of.values();
    }

    /** An event of the record {@code key} of {@code kind} that is due at {@code at}. */
    record Due(Instant at, String kind, String key) implements Comparable<Due> {

        @Override
        public int compareTo(Due other) {
            int byTime = at.compareTo(other.at);
            int byKind = byTime != 0 ? byTime : kind.compareTo(other.kind);
            return byKind != 0 ? byKind : key.compareTo(other.key);
        }
    }
}
