package dev.dmock.space.fact;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A kind of fact: what records of it are called, how they are told apart, and when something is due to happen to them
 * by itself.
 *
 * @param name the name under which records of the kind are stored
 * @param type the record's class; has to be readable and writable by Jackson
 * @param key the natural key, made by {@link Key#of}
 * @param due the instant of the record's next event; null for none
 * @param words by what else than their key records are found
 */
public record Kind<V>(
        String name,
        Class<V> type,
        Function<V, String> key,
        Function<V, @Nullable Instant> due,
        Function<V, List<String>> words) {

    public Kind(String name, Class<V> type, Function<V, String> key, Function<V, @Nullable Instant> due) {
        this(name, type, key, due, v -> List.of());
    }

    /** A kind of records that have no due events. */
    public static <V> Kind<V> of(String name, Class<V> type, Function<V, String> key) {
        return new Kind<>(name, type, key, v -> null);
    }

    /** The same kind, of which {@link Draft#by} finds the records that have a word among these. */
    public Kind<V> foundBy(Function<V, List<String>> others) {
        return new Kind<>(name, type, key, due, others);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Kind<?> kind && kind.name.equals(name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
