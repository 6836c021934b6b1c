package dev.dmock.task.sync;

import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;
import dev.dmock.sql.token.TableName;
import java.util.ArrayList;
import java.util.List;

/**
 * A shadow table of gh-ost or pt-online-schema-change.
 *
 * @param ddls the DDLs applied to it, as DM's parser restores them; "" for a filtered one
 */
public record GhostTable(String task, String source, TableName table, List<String> ddls) {

    public static final Kind<GhostTable> KIND =
            Kind.of("ghostTable", GhostTable.class, g -> Key.of(g.task, g.source, g.table.schema(), g.table.table()));

    /** Adds a DDL unless it repeats the last one. */
    GhostTable with(String ddl) {
        if (!ddls.isEmpty() && ddls.get(ddls.size() - 1).equals(ddl)) {
            return this;
        }
        List<String> all = new ArrayList<>(ddls);
        all.add(ddl);
        return new GhostTable(task, source, table, List.copyOf(all));
    }
}
