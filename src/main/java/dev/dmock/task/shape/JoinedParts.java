package dev.dmock.task.shape;

import java.util.function.Supplier;

/** Joins the numbered parts of two tables. */
final class JoinedParts {

    private JoinedParts() {}

    /** Joins the part with an index; adds the index to the error if they are incompatible. */
    static <T> T at(int index, Supplier<T> join) {
        try {
            return join.get();
        } catch (IncompatibleException e) {
            throw e.atIndex(index);
        }
    }

    /** Joins the part with an index if both values are equal. */
    static <T> T same(int index, T one, T other) {
        if (!one.equals(other)) {
            throw IncompatibleException.distinct(one, other).atIndex(index);
        }
        return one;
    }
}
