package dev.dmock.task.shape;

import java.util.function.Supplier;

/** How parts of tables are joined. */
final class JoinedParts {

    private JoinedParts() {}

    /** Joins the part of this number; what does not go together is said to be there. */
    static <T> T at(int index, Supplier<T> join) {
        try {
            return join.get();
        } catch (IncompatibleException e) {
            throw e.atIndex(index);
        }
    }

    /** Joins the parts of this number if they are the same. */
    static <T> T same(int index, T one, T other) {
        if (!one.equals(other)) {
            throw IncompatibleException.distinct(one, other).atIndex(index);
        }
        return one;
    }
}
