package dev.dmock.task.shard;

import java.util.Objects;
import java.util.Optional;

/**
 * The partial order of shard structures: one is larger if everything that fits the other fits it, too. Results follow
 * the convention of comparators.
 */
final class ShardOrder {

    private ShardOrder() {}

    /** Thrown when two shards are not comparable, or no structure fits both. */
    static final class Conflict extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Combines the orders of the parts into that of the whole. */
    static int of(int... parts) {
        int result = 0;
        for (int part : parts) {
            int sign = Integer.signum(part);
            if (result * sign < 0) {
                throw new Conflict();
            }
            result = result == 0 ? sign : result;
        }
        return result;
    }

    /** Compares parts that must be equal. */
    static int same(Object one, Object other) {
        if (!Objects.equals(one, other)) {
            throw new Conflict();
        }
        return 0;
    }

    /** Compares optional parts that must be equal if both exist. */
    static int optional(Optional<?> one, Optional<?> other) {
        return one.isPresent() && other.isPresent()
                ? same(one, other)
                : Boolean.compare(one.isPresent(), other.isPresent());
    }

    /** Joins optional parts that must be equal if both exist. */
    static <T> Optional<T> join(Optional<T> one, Optional<T> other) {
        optional(one, other);
        return one.isPresent() ? one : other;
    }
}
