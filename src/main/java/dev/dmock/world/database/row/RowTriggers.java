package dev.dmock.world.database.row;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs triggers when rows of a table change. */
interface RowTriggers {

    /** A table without triggers. */
    RowTriggers NONE = new RowTriggers() {
        @Override
        public List<@Nullable String> before(@Nullable List<@Nullable String> old, List<@Nullable String> row) {
            return row;
        }

        @Override
        public void beforeDelete(List<@Nullable String> old) {
            // nothing to do
        }

        @Override
        public void after(@Nullable List<@Nullable String> old, @Nullable List<@Nullable String> row) {
            // nothing to do
        }
    };

    /**
     * Runs before a row is inserted or updated.
     *
     * @param old null for an inserted row
     * @return the row as modified by the triggers
     */
    List<@Nullable String> before(@Nullable List<@Nullable String> old, List<@Nullable String> row);

    /** Runs before a row is deleted. */
    void beforeDelete(List<@Nullable String> old);

    /**
     * Runs after a row change.
     *
     * @param old null for an inserted row
     * @param row null for a deleted row
     */
    void after(@Nullable List<@Nullable String> old, @Nullable List<@Nullable String> row);
}
