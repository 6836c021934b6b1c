package dev.dmock.task.unit;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.space.fact.Draft;
import dev.dmock.sql.DdlKind;
import dev.dmock.sql.structure.DdlOperation;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.model.KnownTarget;
import dev.dmock.task.model.Subtask;
import dev.dmock.version.Trait;
import dev.dmock.world.database.DatabaseSession;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The cache of target table structures, which the sync unit fills before it writes rows (dm/pkg/schema, v6 and newer).
 */
@Component
public class TargetTables {

    /** Operations that keep the cached structure valid. */
    private static final Set<DdlKind> KEEPS_STRUCTURE =
            EnumSet.of(DdlKind.CREATE_DATABASE, DdlKind.ALTER_DATABASE, DdlKind.CREATE_TABLE, DdlKind.TRUNCATE_TABLE);

    /**
     * Reads the structure of a target unless it is cached.
     *
     * @throws UnitFailure 44019 if the target does not exist
     */
    public void require(Draft draft, Subtask subtask, TableName target, DatabaseSession downstream) {
        if (!draft.has(Trait.TARGET_TABLES_CACHED)
                || draft.find(KnownTarget.KIND, subtask.task(), subtask.source(), target.schema(), target.table())
                        .isPresent()) {
            return;
        }
        try {
            downstream.structure(target);
        } catch (DatabaseException e) {
            throw new UnitFailure(
                    DmError.of(DmCode.SCHEMA_TRACKER_CANNOT_FETCH_DOWNSTREAM_CREATE_TABLE_STMT, target.quoted())
                            .causedBy(UnitConnections.text(draft, e)));
        }
        draft.put(KnownTarget.KIND, new KnownTarget(subtask.task(), subtask.source(), target));
    }

    /** Invalidates the cached structure of a DDL's target. */
    void changed(Draft draft, Subtask subtask, DdlOperation ddl) {
        if (KEEPS_STRUCTURE.contains(ddl.change())) {
            return;
        }
        for (TableName table : ddl.tables()) {
            TableName target = subtask.rules().target(table);
            if (target.table().isEmpty()) {
                draft.removeUnder(KnownTarget.KIND, subtask.task(), subtask.source(), target.schema());
            } else {
                draft.remove(KnownTarget.KIND, subtask.task(), subtask.source(), target.schema(), target.table());
            }
        }
    }

    void forgetAll(Draft draft, Subtask subtask) {
        draft.removeUnder(KnownTarget.KIND, subtask.task(), subtask.source());
    }
}
