package dev.dmock.space;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/**
 * All facts of one space at one moment: immutable, and cheap to derive the next from. Records of a kind are in the order
 * of their keys; a queue of what is due next is kept along.
 */
final class Facts {

    static final Facts NONE = new Facts(HashTreePMap.empty(), TreePSet.empty());

    private final HashPMap<Kind<?>, TreePMap<String, Object>> records;
    private final TreePSet<Due> queue;

    private Facts(HashPMap<Kind<?>, TreePMap<String, Object>> records, TreePSet<Due> queue) {
        this.records = records;
        this.queue = queue;
    }

    <V> @Nullable V find(Kind<V> kind, String key) {
        return kind.type().cast(of(kind).get(key));
    }

    <V> Collection<V> all(Kind<V> kind) {
        return values(of(kind));
    }

    <V> Collection<V> under(Kind<V> kind, String prefix) {
        return values(of(kind).subMap(prefix, Key.behind(prefix)));
    }

    /** The record with the last key. */
    <V> @Nullable V last(Kind<V> kind) {
        TreePMap<String, Object> all = of(kind);
        return all.isEmpty() ? null : kind.type().cast(all.lastEntry().getValue());
    }

    <V> Facts with(Kind<V> kind, V value) {
        String key = kind.key().apply(value);
        TreePMap<String, Object> old = of(kind);
        TreePSet<Due> next = unqueue(kind, key, old.get(key));
        Instant due = kind.due().apply(value);
        return new Facts(
                records.plus(kind, old.plus(key, value)),
                due == null ? next : next.plus(new Due(due, kind.name(), key)));
    }

    Facts without(Kind<?> kind, String key) {
        TreePMap<String, Object> old = of(kind);
        return new Facts(records.plus(kind, old.minus(key)), unqueue(kind, key, old.get(key)));
    }

    List<Draft.Touched> keys() {
        return records.entrySet().stream()
                .flatMap(e -> e.getValue().keySet().stream().map(key -> new Draft.Touched(e.getKey(), key)))
                .toList();
    }

    Optional<Due> nextDue() {
        return queue.isEmpty() ? Optional.empty() : Optional.of(queue.first());
    }

    private <V> TreePSet<Due> unqueue(Kind<V> kind, String key, @Nullable Object old) {
        Instant due = old == null ? null : kind.due().apply(kind.type().cast(old));
        return due == null ? queue : queue.minus(new Due(due, kind.name(), key));
    }

    private TreePMap<String, Object> of(Kind<?> kind) {
        TreePMap<String, Object> found = records.get(kind);
        return found == null ? TreePMap.empty() : found;
    }

    @SuppressWarnings("unchecked") // only with() adds records, and it adds what the kind says
    private static <V> Collection<V> values(Map<String, Object> of) {
        return (Collection<V>) of.values();
    }

    /** Something that happens by itself to the record {@code key} of {@code kind} at {@code at}. */
    record Due(Instant at, String kind, String key) implements Comparable<Due> {

        @Override
        public int compareTo(Due other) {
            int byTime = at.compareTo(other.at);
            int byKind = byTime != 0 ? byTime : kind.compareTo(other.kind);
            return byKind != 0 ? byKind : key.compareTo(other.key);
        }
    }
}
