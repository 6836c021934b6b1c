package dev.dmock.task.sync;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.space.fact.Draft;
import dev.dmock.sql.DdlKind;
import dev.dmock.sql.structure.DdlOperation;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.model.Subtask;
import dev.dmock.task.unit.UnitFailure;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Handles gh-ost and pt-online-schema-change ({@code enhance_online_schema_change}): stores the DDLs of the shadow
 * table and applies them to the real table at the rename.
 */
final class OnlineDdl {

    private static final Pattern GHOST = Pattern.compile("_(.+)_(?:new|gho)");
    private static final Pattern TRASH = Pattern.compile("_(.+)_(?:ghc|del|old)");

    private OnlineDdl() {}

    private enum Type {
        REAL,
        GHOST,
        TRASH
    }

    private static Type type(TableName table) {
        if (GHOST.matcher(table.table()).matches()) {
            return Type.GHOST;
        }
        return TRASH.matcher(table.table()).matches() ? Type.TRASH : Type.REAL;
    }

    /** Returns the table that the rules apply to: the real table for a table of one of the tools. */
    static TableName realName(Subtask subtask, TableName table) {
        if (!subtask.config().onlineDdl()) {
            return table;
        }
        for (Pattern pattern : List.of(GHOST, TRASH)) {
            Matcher matcher = pattern.matcher(table.table());
            if (matcher.matches()) {
                return new TableName(table.schema(), matcher.group(1));
            }
        }
        return table;
    }

    /** Tells whether rows of a table are skipped because it belongs to one of the tools. */
    static boolean skipsRows(Subtask subtask, TableName table) {
        return subtask.config().onlineDdl() && type(table) != Type.REAL;
    }

    /**
     * Returns the operations to execute for a DDL.
     *
     * @param leftOut whether a filter skips it
     * @throws UnitFailure 36044 to 36046 for renames that differ from those of the tools
     */
    static List<DdlOperation> apply(Draft draft, Subtask subtask, DdlOperation ddl, boolean leftOut) {
        if (!subtask.config().onlineDdl()) {
            return leftOut ? List.of() : List.of(ddl);
        }
        TableName table = ddl.tables().get(0);
        return switch (type(table)) {
            case REAL -> {
                Type to = renamedTo(ddl);
                if (to == Type.GHOST) {
                    throw new UnitFailure(DmError.of(DmCode.SYNCER_UNIT_GHOST_RENAME_TO_GHOST_TABLE, ddl.restore()));
                }
                yield to == Type.TRASH || leftOut ? List.of() : List.of(ddl);
            }
            case TRASH -> {
                if (renamedTo(ddl) == Type.GHOST) {
                    throw new UnitFailure(
                            DmError.of(DmCode.SYNCER_UNIT_GHOST_RENAME_GHOST_TBL_TO_OTHER, ddl.restore()));
                }
                yield List.of();
            }
            case GHOST -> ofGhost(draft, subtask, ddl, leftOut);
        };
    }

    /** Returns the type of table that a RENAME TABLE turns the old one into; a real table for other statements. */
    private static Type renamedTo(DdlOperation ddl) {
        return ddl.isRenameTable() ? type(ddl.tables().get(1)) : Type.REAL;
    }

    private static List<DdlOperation> ofGhost(Draft draft, Subtask subtask, DdlOperation ddl, boolean leftOut) {
        TableName ghost = ddl.tables().get(0);
        if (ddl.change() == DdlKind.CREATE_TABLE || ddl.change() == DdlKind.DROP_TABLE) {
            forget(draft, subtask, ghost);
            return List.of();
        }
        Optional<GhostTable> known =
                draft.find(GhostTable.KIND, subtask.task(), subtask.source(), ghost.schema(), ghost.table());
        if (!ddl.isRenameTable()) {
            GhostTable before =
                    known.orElseGet(() -> new GhostTable(subtask.task(), subtask.source(), ghost, List.of()));
            draft.put(GhostTable.KIND, before.with(leftOut ? "" : ddl.restore()));
            return List.of();
        }
        switch (renamedTo(ddl)) {
            case REAL -> {
                GhostTable ready = known.orElseThrow(() -> new UnitFailure(
                        DmError.of(DmCode.SYNCER_UNIT_GHOST_ONLINE_DDL_ON_GHOST_TBL, ghost.schema(), ghost.table())));
                TableName real = ddl.tables().get(1);
                return ready.ddls().stream()
                        .filter(sql -> !sql.isEmpty())
                        .flatMap(sql -> DdlOperation.split(sql, ghost.schema()).stream())
                        .map(change -> change.onto(real))
                        .toList();
            }
            case GHOST ->
                throw new UnitFailure(DmError.of(DmCode.SYNCER_UNIT_GHOST_RENAME_GHOST_TBL_TO_OTHER, ddl.restore()));
            case TRASH -> {
                forget(draft, subtask, ghost);
                return List.of();
            }
        }
        throw new IllegalStateException("every type is dealt with");
    }

    /** Discards the stored DDLs after the rename applied them. */
    static void finish(Draft draft, Subtask subtask, DdlOperation ddl) {
        if (subtask.config().onlineDdl() && ddl.isRenameTable()) {
            forget(draft, subtask, ddl.tables().get(0));
        }
    }

    private static void forget(Draft draft, Subtask subtask, TableName ghost) {
        draft.remove(GhostTable.KIND, subtask.task(), subtask.source(), ghost.schema(), ghost.table());
    }
}
