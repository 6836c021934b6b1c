package dev.dmock.world.database.row;

import dev.dmock.sql.model.Index;
import dev.dmock.sql.token.DatabaseErrors;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.world.database.model.Row;
import dev.dmock.world.database.model.RowChange;
import dev.dmock.world.database.model.RowKeys;
import dev.dmock.world.database.model.ServerStore;
import dev.dmock.world.database.model.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Buffers row changes of a table during one statement; {@link #commit} writes them. */
public final class RowSet {

    /** The maximum number of rows per table. */
    public static final int MOST_ROWS = 10_000;

    private final ServerStore store;
    private final Table table;
    private final RowKeys handles;
    private final Map<String, Optional<Row>> changed = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> uniqueKeys = new HashMap<>();
    private final List<RowChange> changes = new ArrayList<>();
    private long count;
    private long nextId;
    private long nextHandle;

    RowSet(ServerStore store, Table table) {
        this.store = store;
        this.table = table;
        this.handles = new RowKeys(table.structure(), store.dialect());
        this.count = table.rows();
        this.nextId = table.nextId();
        this.nextHandle = table.nextHandle();
    }

    RowKeys handles() {
        return handles;
    }

    List<RowChange> changes() {
        return changes;
    }

    long nextId() {
        return nextId;
    }

    /** Raises the next AUTO_INCREMENT value above this one. */
    void reserveId(long id) {
        nextId = Math.max(nextId, id + 1);
    }

    /** Returns the current rows in key order. */
    List<Row> all() {
        List<Row> all = new ArrayList<>();
        for (Row row : store.rows(table)) {
            if (!changed.containsKey(row.handle())) {
                all.add(row);
            }
        }
        changed.values().forEach(row -> row.ifPresent(all::add));
        all.sort(Comparator.comparing(Row::handle));
        return all;
    }

    private Optional<Row> find(String handle) {
        Optional<Row> here = changed.get(handle);
        return here != null ? here : store.row(table, handle);
    }

    /** Returns the unique keys that these values would duplicate, in key order, each with the existing row. */
    Map<Index, Row> conflicts(List<@Nullable String> values, @Nullable String except) {
        Map<Index, Row> all = new LinkedHashMap<>();
        for (Index index : table.structure().indexes()) {
            boolean unique = index.kind() == Index.Kind.PRIMARY || index.kind() == Index.Kind.UNIQUE;
            Optional<String> key = unique ? handles.key(index, values) : Optional.empty();
            key.flatMap(k -> holder(index, k))
                    .filter(row -> !row.handle().equals(except))
                    .ifPresent(row -> all.put(index, row));
        }
        return all;
    }

    private Optional<Row> holder(Index index, String key) {
        if (index.kind() == Index.Kind.PRIMARY) {
            return find(key);
        }
        return Optional.ofNullable(uniqueKey(index).get(key)).flatMap(this::find);
    }

    /** Returns the lazily built index from unique key values to row. */
    private Map<String, String> uniqueKey(Index index) {
        Map<String, String> known = uniqueKeys.get(index.name());
        if (known == null) {
            Map<String, String> made = new HashMap<>();
            all().forEach(row -> handles.key(index, row.values()).ifPresent(k -> made.put(k, row.handle())));
            uniqueKeys.put(index.name(), made);
            return made;
        }
        return known;
    }

    /** Returns error 1062 for the first duplicate key. */
    DatabaseException duplicate(Map<Index, Row> conflicts, List<@Nullable String> values) {
        Index index = conflicts.keySet().iterator().next();
        return DatabaseErrors.duplicateEntry(store.dialect(), handles.shown(index, values), table.name(), index.name())
                .asException();
    }

    void insert(List<@Nullable String> values) {
        if (count >= MOST_ROWS) {
            throw DatabaseErrors.tableFull(table.name(), MOST_ROWS).asException();
        }
        put(values, null);
        changes.add(new RowChange(null, values));
        count++;
    }

    void update(Row old, List<@Nullable String> values) {
        boolean byNumber = table.structure().primaryKey().isEmpty();
        forget(old);
        put(values, byNumber ? old.handle() : null);
        changes.add(new RowChange(old.values(), values));
    }

    void delete(Row row) {
        forget(row);
        changes.add(new RowChange(row.values(), null));
        count--;
    }

    private void put(List<@Nullable String> values, @Nullable String handle) {
        PartitionRunner.requirePartition(table.structure(), store, values);
        String as = handle;
        if (as == null) {
            as = table.structure()
                    .primaryKey()
                    .flatMap(primary -> handles.key(primary, values))
                    .orElseGet(() -> RowKeys.of(nextHandle++));
        }
        changed.put(as, Optional.of(new Row(table.address(), table.schema(), table.name(), as, values)));
        index(values, as);
    }

    private void index(List<@Nullable String> values, String handle) {
        for (Index index : table.structure().indexes()) {
            Map<String, String> keys = uniqueKeys.get(index.name());
            if (keys != null) {
                handles.key(index, values).ifPresent(k -> keys.put(k, handle));
            }
        }
    }

    private void forget(Row row) {
        changed.put(row.handle(), Optional.empty());
        for (Index index : table.structure().indexes()) {
            Map<String, String> keys = uniqueKeys.get(index.name());
            if (keys != null) {
                handles.key(index, row.values()).ifPresent(keys::remove);
            }
        }
    }

    /** Writes the changes; {@code shownId} is the AUTO_INCREMENT value of SHOW CREATE TABLE. */
    void commit(long shownId) {
        Table counted = table.counting(count, nextId, nextHandle);
        Table after = shownId == table.structure().autoIncrement()
                ? counted
                : counted.withStructure(table.structure().withAutoIncrement(shownId));
        if (!after.equals(table) || !changed.isEmpty()) {
            store.put(after);
        }
        Set<String> order = new LinkedHashSet<>(changed.keySet());
        order.forEach(handle -> changed.getOrDefault(handle, Optional.empty())
                .ifPresentOrElse(store::put, () -> store.remove(table, handle)));
    }
}
