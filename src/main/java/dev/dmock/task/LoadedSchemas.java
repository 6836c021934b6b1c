package dev.dmock.task;

import dev.dmock.space.Draft;
import dev.dmock.space.Trait;
import dev.dmock.world.database.Session;
import dev.dmock.world.sql.DatabaseException;
import dev.dmock.world.sql.TableName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Creates dumped schemas downstream: under the names to which rules about whole schemas send them, in v8 also those to
 * which their tables go.
 */
final class LoadedSchemas {

    private LoadedSchemas() {}

    static void create(Draft draft, Session downstream, Subtask subtask, Collection<DumpFile> files) {
        Rules rules = subtask.rules();
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

    private static void create(Draft draft, Session downstream, String target, DumpedSchema dumped) {
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
