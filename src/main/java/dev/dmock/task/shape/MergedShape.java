package dev.dmock.task.shape;

import dev.dmock.sql.model.TableStructure;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The structure of one table or the joined structure of several, as DM's optimistic mode compares them (v8): one is
 * greater than another that fits into it.
 */
public final class MergedShape {

    private final JoinedTable table;

    private MergedShape(JoinedTable table) {
        this.table = table;
    }

    public static MergedShape of(TableStructure structure) {
        return new MergedShape(JoinedTable.of(structure));
    }

    /** Returns the joined structure with another, if one exists. */
    public Optional<MergedShape> with(MergedShape other) {
        try {
            return Optional.of(new MergedShape(table.join(other.table)));
        } catch (IncompatibleException neither) {
            return Optional.empty();
        }
    }

    /** Returns -1 if it is less than the other, 0 if equal, 1 if greater; empty if neither fits into the other. */
    public Optional<Integer> compare(MergedShape other) {
        if (table.equals(other.table)) {
            return Optional.of(0);
        }
        Optional<JoinedTable> both = with(other).map(shape -> shape.table);
        if (both.filter(other.table::equals).isPresent()) {
            return Optional.of(-1);
        }
        return both.filter(table::equals).map(same -> 1);
    }

    /** Returns the length of a column's type; empty if the column does not exist. */
    public OptionalInt length(String column) {
        JoinedColumn found = table.columns().get(column.toLowerCase(Locale.ROOT));
        return found == null ? OptionalInt.empty() : OptionalInt.of(found.type().length());
    }
}
