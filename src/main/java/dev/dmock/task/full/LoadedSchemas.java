package dev.dmock.task.full;

import dev.dmock.space.fact.Draft;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.model.DumpFile;
import dev.dmock.task.model.Subtask;
import dev.dmock.task.model.TableRules;
import dev.dmock.version.Trait;
import dev.dmock.world.database.DatabaseSession;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Creates dumped schemas downstream under the names of schema routes; v8 also creates the schemas of routed tables. */
final class LoadedSchemas {

    private LoadedSchemas() {}

    static void create(Draft draft, DatabaseSession downstream, Subtask subtask, Collection<DumpFile> files) {
        TableRules rules = subtask.rules();
        Map<String, DumpedSchema> targets = new LinkedHashMap<>();
        for (DumpedSchema dumped : draft.under(DumpedSchema.KIND, subtask.task(), subtask.source())) {
            if (!downstream.isSystemSchema(dumped.schema())) {
                targets.putIfAbsent(
                        rules.target(new TableName(dumped.schema(), "")).schema(), dumped);
            }
        }
        if (draft.has(Trait.LOAD_MAKES_TARGET_SCHEMAS)) {
            for (DumpFile file : files) {
                draft.find(
                                DumpedSchema.KIND,
                                subtask.task(),
                                subtask.source(),
                                file.table().schema())
                        .ifPresent(dumped ->
                                targets.putIfAbsent(rules.target(file.table()).schema(), dumped));
            }
        }
        targets.forEach((target, dumped) -> create(draft, downstream, target, dumped));
        draft.removeUnder(DumpedSchema.KIND, subtask.task(), subtask.source());
    }

    private static void create(Draft draft, DatabaseSession downstream, String target, DumpedSchema dumped) {
        if (draft.has(Trait.LOADS_BY_LIGHTNING)) {
            LightningSchemas.requireReadable(dumped.dumped());
        }
        try {
            downstream.execute("", dumped.create(target));
        } catch (DatabaseException e) {
            if (!draft.has(Trait.LOADS_BY_LIGHTNING)) {
                throw e;
            }
            throw LightningSchemas.notCreated(draft, new TableName(target, ""), e);
        }
    }
}
