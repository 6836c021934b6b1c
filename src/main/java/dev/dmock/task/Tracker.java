package dev.dmock.task;

import dev.dmock.space.Draft;
import dev.dmock.space.Trait;
import dev.dmock.world.database.Session;
import dev.dmock.world.sql.Ddl;
import dev.dmock.world.sql.Structures;
import dev.dmock.world.sql.TableName;
import dev.dmock.world.sql.TableStructure;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What a subtask's sync unit knows of the structures of upstream tables (the worker's schema tracker). In v5 a table
 * becomes known with its first event, from the target; in v8 all dumped tables are known.
 */
@Component
public class Tracker {

    /** The tables that are followed. */
    public List<Tracked> tables(Draft draft, Subtask subtask) {
        return draft.under(Tracked.KIND, subtask.task(), subtask.source()).stream()
                .filter(Tracked::followed)
                .toList();
    }

    /** The schemas that are followed, in order. */
    public List<String> schemas(Draft draft, Subtask subtask) {
        return draft.under(TrackedSchema.KIND, subtask.task(), subtask.source()).stream()
                .map(TrackedSchema::schema)
                .toList();
    }

    /** A table's name as it is tracked: without regard to case, as in TiDB; the name itself if it is not tracked. */
    public TableName spelling(Draft draft, Subtask subtask, TableName table) {
        return draft.under(Tracked.KIND, subtask.task(), subtask.source()).stream()
                .map(Tracked::table)
                .filter(t ->
                        t.schema().equalsIgnoreCase(table.schema()) && t.table().equalsIgnoreCase(table.table()))
                .min(Comparator.comparing(t -> !t.equals(table)))
                .orElse(table);
    }

    /** The structure of a table, followed or not. */
    public Optional<Tracked> find(Draft draft, Subtask subtask, TableName table) {
        return draft.find(Tracked.KIND, subtask.task(), subtask.source(), table.schema(), table.table());
    }

    /** Sets the structure of a table; in v8 it is followed when the unit is made anew. */
    public void set(Draft draft, Subtask subtask, TableName table, TableStructure structure) {
        boolean followed = !Trait.DUMP_TRACKED.in(draft)
                || find(draft, subtask, table).filter(Tracked::followed).isPresent();
        put(draft, subtask, table, structure, Trait.CLUSTERED_WHEN_SET.in(draft), followed);
    }

    private void put(
            Draft draft,
            Subtask subtask,
            TableName table,
            TableStructure structure,
            boolean clustered,
            boolean followed) {
        draft.put(Tracked.KIND, new Tracked(subtask.task(), subtask.source(), table, structure, clustered, followed));
        if (followed) {
            draft.put(TrackedSchema.KIND, new TrackedSchema(subtask.task(), subtask.source(), table.schema()));
        }
    }

    /** Forgets a structure. */
    public void remove(Draft draft, Subtask subtask, TableName table) {
        draft.remove(Tracked.KIND, subtask.task(), subtask.source(), table.schema(), table.table());
    }

    /** A schema was made. */
    void schemaMade(Draft draft, Subtask subtask, String schema) {
        draft.put(TrackedSchema.KIND, new TrackedSchema(subtask.task(), subtask.source(), schema));
    }

    /** A schema was dropped with its tables. */
    void schemaGone(Draft draft, Subtask subtask, String schema) {
        draft.removeUnder(Tracked.KIND, subtask.task(), subtask.source(), schema);
        draft.remove(TrackedSchema.KIND, subtask.task(), subtask.source(), schema);
    }

    void forgetAll(Draft draft, Subtask subtask) {
        draft.removeUnder(Tracked.KIND, subtask.task(), subtask.source());
        draft.removeUnder(TrackedSchema.KIND, subtask.task(), subtask.source());
    }

    /** A table was loaded from its dump file. */
    void dumped(Draft draft, Subtask subtask, DumpFile file) {
        if (Trait.DUMP_TRACKED.in(draft)) {
            put(draft, subtask, file.table(), Structures.toTidb(file.structure()), false, true);
        }
    }

    /** The sync unit is made anew: it follows all that the checkpoint has. */
    void restored(Draft draft, Subtask subtask) {
        List.copyOf(draft.under(Tracked.KIND, subtask.task(), subtask.source())).stream()
                .filter(known -> !known.followed())
                .forEach(known -> put(draft, subtask, known.table(), known.structure(), known.clustered(), true));
    }

    /**
     * The structure of a table of which an event comes: the target's, if the table is not known yet, or what that was
     * before shards of it began to differ.
     */
    TableStructure require(Draft draft, Subtask subtask, TableName table, Session downstream) {
        Optional<Tracked> known = find(draft, subtask, table).filter(Tracked::followed);
        if (known.isPresent()) {
            return known.get().structure();
        }
        TableName target = subtask.rules().target(table);
        TableStructure structure = draft.find(ShardLock.KIND, subtask.task(), target.schema(), target.table())
                .map(ShardLock::initial)
                .orElseGet(() -> downstream.structure(target));
        put(draft, subtask, table, structure, true, true);
        return structure;
    }

    /**
     * A table was made like another one.
     *
     * @param tables the new one and the other one
     */
    void copied(Draft draft, Subtask subtask, List<TableName> tables, Session downstream) {
        require(draft, subtask, tables.get(1), downstream);
        find(draft, subtask, tables.get(1))
                .ifPresent(t -> put(draft, subtask, tables.get(0), t.structure(), t.clustered(), true));
    }

    /** Follows a statement of the binlog. */
    void follow(Draft draft, Subtask subtask, Ddl ddl) {
        TableName table = ddl.tables().get(0);
        Optional<Tracked> before = find(draft, subtask, table);
        boolean clustered = before.map(Tracked::clustered).orElse(!Trait.DUMP_TRACKED.in(draft));
        Optional<TableStructure> after =
                ddl.applyTo(before.map(Tracked::structure).orElse(null));
        remove(draft, subtask, table);
        TableName last = ddl.tables().get(ddl.tables().size() - 1);
        after.ifPresent(structure -> put(draft, subtask, last, structure, clustered, true));
    }
}
