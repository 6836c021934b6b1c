package dev.dmock.world.database.row;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What fires when rows of a table change. */
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
     * Before a row is inserted or updated.
     *
     * @param old null for a row that is inserted
     * @return the row as the triggers leave it
     */
    List<@Nullable String> before(@Nullable List<@Nullable String> old, List<@Nullable String> row);

    /** Before a row is deleted. */
    void beforeDelete(List<@Nullable String> old);

    /**
     * After a row was changed.
     *
     * @param old null for a row that was inserted
     * @param row null for a row that was deleted
     */
    void after(@Nullable List<@Nullable String> old, @Nullable List<@Nullable String> row);
}
