package dev.dmock.task.model;

import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.token.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The dump of one table, kept until the load unit has written it.
 *
 * @param rows the values as text, in the order of the columns
 */
public record DumpFile(
        String task, String source, TableName table, TableStructure structure, List<List<@Nullable String>> rows) {

    public static final Kind<DumpFile> KIND =
            Kind.of("dumpFile", DumpFile.class, f -> Key.of(f.task, f.source, f.table.schema(), f.table.table()));

    /** Estimates the size of the table's INSERT statements in bytes. */
    public long bytes() {
        long values = rows.stream()
                .flatMap(List::stream)
                .mapToLong(v -> v == null ? 4 : v.length() + 2L)
                .sum();
        return 120 + values + rows.size() * 4L;
    }
}
