package dev.dmock.space.store;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was made of the facts of a space and is right as long as those are: a few things, of bounded size. */
public final class DerivedValues {

    /** How much is kept, in bytes. */
    private static final int ROOM = 64 * 1024;

    /** What one thing needs besides its own size. */
    private static final int BESIDES = 500;

    private final Map<Object, Object> made = new LinkedHashMap<>();
    private int used;

    public synchronized <T> Optional<T> find(Object key, Class<T> type) {
        @Nullable Object found = made.get(key);
        return found == null ? Optional.empty() : Optional.of(type.cast(found));
    }

    /** Keeps a thing, if there is room; when there is none, all make room for those that are asked for now. */
    public synchronized void keep(Object key, Object thing, int size) {
        int needed = size + BESIDES;
        if (needed > ROOM / 2) {
            return;
        }
        if (used + needed > ROOM) {
            made.clear();
            used = 0;
        }
        if (made.put(key, thing) == null) {
            used += needed;
        }
    }
}
