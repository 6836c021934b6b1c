package dev.dmock.task;

import dev.dmock.space.Key;
import dev.dmock.space.Kind;
import dev.dmock.world.sql.TableName;
import dev.dmock.world.sql.TableStructure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the dump unit took of one table, until the load unit has written it.
 *
 * @param rows the values as text, in the order of the columns
 */
record DumpFile(
        String task, String source, TableName table, TableStructure structure, List<List<@Nullable String>> rows) {

    static final Kind<DumpFile> KIND =
            Kind.of("dumpFile", DumpFile.class, f -> Key.of(f.task, f.source, f.table.schema(), f.table.table()));

    /** About what the table's INSERT statements take. */
    long bytes() {
        long values = rows.stream()
                .flatMap(List::stream)
                .mapToLong(v -> v == null ? 4 : v.length() + 2L)
                .sum();
        return 120 + values + rows.size() * 4L;
    }
}
