package dev.dmock.space;

import dev.dmock.space.fact.Facts;
import dev.dmock.space.store.SpaceName;
import org.jspecify.annotations.Nullable;

/**
 * Follows what one thread does with a space, from {@link Spaces#trace} until it is closed: what came of it may be kept if
 * it was made of nothing but the facts that the space still has. The time, which goes on by itself, is not one of them.
 */
public final class DependencyTracker implements AutoCloseable {

    private final Spaces spaces;
    private final SpaceName name;
    private @Nullable Facts seen;
    private boolean otherwise;

    DependencyTracker(Spaces spaces, SpaceName name) {
        this.spaces = spaces;
        this.name = name;
    }

    /** Something was read. */
    void read(SpaceName of, Facts facts, boolean askedForTime) {
        boolean same = of.equals(name) && (seen == null || seen == facts);
        otherwise |= askedForTime || !same;
        seen = facts;
    }

    /** Something was done that is more than reading. */
    void spoil() {
        otherwise = true;
    }

    /**
     * Lets {@link Spaces#recall} find what came of the work, if it will be the same as long as the facts are.
     *
     * @param key what it is, besides the space
     * @param size how much memory it takes, in bytes
     */
    public void keep(Object key, Object result, int size) {
        if (!otherwise && seen != null) {
            spaces.keep(name, seen, key, result, size);
        }
    }

    @Override
    public void close() {
        spaces.endTrace();
    }
}
