package dev.dmock.world.database.row;

import dev.dmock.sql.model.Partition;
import dev.dmock.sql.model.PartitionErrors;
import dev.dmock.sql.model.Partitioning;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.statement.PartitionChange;
import dev.dmock.sql.token.DatabaseErrors;
import dev.dmock.sql.token.TableName;
import dev.dmock.world.database.model.Row;
import dev.dmock.world.database.model.ServerStore;
import dev.dmock.world.database.model.Table;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Applies partition changes to rows. */
public final class PartitionRunner {

    private static final String FUNCTION = "partition function";

    private final ServerStore store;

    public PartitionRunner(ServerStore store) {
        this.store = store;
    }

    /** Throws error 1526 for a row that belongs to no partition. */
    static void requirePartition(TableStructure structure, ServerStore store, List<@Nullable String> values) {
        Partitioning by = structure.partitioning();
        if (by == null || by.method().isCounted()) {
            return;
        }
        RowScope scope = scope(structure, store, values);
        if (by.of(scope, store.dialect()).isEmpty()) {
            String shown = by.columns().isEmpty() ? by.shownValue(scope, store.dialect()) : "from column_list";
            throw PartitionErrors.noneForValue(shown).asException();
        }
    }

    private static RowScope scope(TableStructure structure, ServerStore store, List<@Nullable String> values) {
        return new RowScope(
                structure, store.dialect(), values, List.of(), store.draft().now(), FUNCTION);
    }

    /** Removes or exchanges the rows of the affected partitions. */
    public void apply(PartitionChange change, Table table) {
        switch (change.verb()) {
            case DROP, TRUNCATE -> remove(table, rows(change, table));
            case EXCHANGE -> exchange(change, table);
            default -> {
                // rows stay where they are
            }
        }
    }

    private List<Row> rows(PartitionChange change, Table table) {
        Partitioning by = table.structure().partitioning();
        if (by == null) {
            return List.of();
        }
        return store.rows(table).stream()
                .filter(row -> {
                    Optional<Partition> partition =
                            by.of(scope(table.structure(), store, row.values()), store.dialect());
                    return partition.filter(change::isAbout).isPresent();
                })
                .toList();
    }

    private void remove(Table table, List<Row> rows) {
        rows.forEach(row -> store.remove(table, row.handle()));
        Table now = store.requireTable(table.tableName());
        store.put(now.counting(now.rows() - rows.size(), now.nextId(), now.nextHandle()));
    }

    private void exchange(PartitionChange change, Table table) {
        TableName name =
                change.table() == null ? table.tableName() : change.table().in(table.schema());
        Table other = store.requireTable(name);
        if (!other.structure().columns().equals(table.structure().columns())) {
            throw DatabaseErrors.differentDefinitions().asException();
        }
        List<Row> moved = rows(change, table);
        List<Row> back = List.copyOf(store.rows(other));
        remove(table, moved);
        remove(other, back);
        add(table, back);
        add(other, moved);
    }

    private void add(Table table, List<Row> rows) {
        Table now = store.requireTable(table.tableName());
        rows.forEach(row -> store.put(new Row(row.address(), now.schema(), now.name(), row.handle(), row.values())));
        store.put(now.counting(now.rows() + rows.size(), now.nextId(), now.nextHandle()));
    }
}
