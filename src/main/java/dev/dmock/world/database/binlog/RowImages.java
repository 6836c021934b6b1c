package dev.dmock.world.database.binlog;

import dev.dmock.sql.model.ColumnTypes;
import dev.dmock.sql.model.Index;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.world.database.model.TableChanges;
import java.util.Optional;

/** Which columns of a row are logged (binlog_row_image). */
final class RowImages {

    private RowImages() {}

    /** Whether columns are missing in the images of some changed rows. An inserted row has all that was said of it. */
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

    /** The key that tells a row: the primary one, else a unique one without NULL. */
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
