package dev.dmock.task.shard;

import java.util.Objects;
import java.util.Optional;

/**
 * The order of what shards have: something is larger if all that the other one can hold fits into it, too. Results are
 * as those of a comparator.
 */
final class ShardOrder {

    private ShardOrder() {}

    /** Neither of two shards fits into the other, or nothing fits both. */
    static final class Conflict extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** The order of two wholes by that of their parts. */
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

    /** The order of what has to be the same. */
    static int same(Object one, Object other) {
        if (!Objects.equals(one, other)) {
            throw new Conflict();
        }
        return 0;
    }

    /** The order of what may be missing, and else has to be the same. */
    static int optional(Optional<?> one, Optional<?> other) {
        return one.isPresent() && other.isPresent()
                ? same(one, other)
                : Boolean.compare(one.isPresent(), other.isPresent());
    }

    /** What both fit into, of what may be missing, and else has to be the same. */
    static <T> Optional<T> join(Optional<T> one, Optional<T> other) {
        optional(one, other);
        return one.isPresent() ? one : other;
    }
}
