package dev.dmock.space.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A bounded cache of values that were derived from the facts of a space, valid as long as those facts. */
public final class DerivedValues {

    /** The maximum size of the cache, in bytes. */
    private static final int MAX_BYTES = 64 * 1024;

    /** The overhead of one entry, in bytes. */
    private static final int ENTRY_OVERHEAD = 500;

    private final Map<Object, Object> made = new LinkedHashMap<>();
    private int used;

    public synchronized <T> Optional<T> find(Object key, Class<T> type) {
        @Nullable Object found = made.get(key);
        return found == null ? Optional.empty() : Optional.of(type.cast(found));
    }

    /** Caches a value unless it is too large; clears the cache first when it is full. */
    public synchronized void keep(Object key, Object thing, int size) {
        int needed = size + ENTRY_OVERHEAD;
        if (needed > MAX_BYTES / 2) {
            return;
        }
        if (used + needed > MAX_BYTES) {
            made.clear();
            used = 0;
        }
        if (made.put(key, thing) == null) {
            used += needed;
        }
    }
}
