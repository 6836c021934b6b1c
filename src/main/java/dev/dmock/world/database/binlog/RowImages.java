package dev.dmock.world.database.binlog;

import dev.dmock.sql.model.ColumnTypes;
import dev.dmock.sql.model.Index;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.world.database.model.TableChanges;
import java.util.Optional;

/** Selects the logged columns of a row (binlog_row_image). */
final class RowImages {

    private RowImages() {}

    /** Returns whether row images lack columns. The image of an inserted row is complete. */
    static boolean lackColumns(String image, TableChanges table) {
        boolean onlyInserted = table.changes().stream().allMatch(c -> c.before() == null);
        Optional<Index> key = key(table.structure());
        if (onlyInserted || key.isEmpty()) {
            return false;
        }
        return table.structure().columns().stream()
                .filter(c -> image.equals("MINIMAL")
                        || (image.equals("NOBLOB")
                                && ColumnTypes.isLong(c.type().name())))
                .anyMatch(c ->
                        key.get().parts().stream().noneMatch(p -> p.column().equalsIgnoreCase(c.name())));
    }

    /** Returns the key that identifies a row: the primary key, or a unique key without NULL. */
    private static Optional<Index> key(TableStructure structure) {
        return structure
                .primaryKey()
                .or(() -> structure.indexes().stream()
                        .filter(i -> i.kind() == Index.Kind.UNIQUE)
                        .filter(i -> i.parts().stream()
                                .allMatch(p -> structure
                                        .column(p.column())
                                        .filter(c -> !c.nullable())
                                        .isPresent()))
                        .findFirst());
    }
}
