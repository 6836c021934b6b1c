package dev.dmock.schema;

import com.google.re2j.Pattern;
import dev.dmock.error.DmError;
import dev.dmock.go.GoRegexp;
import dev.dmock.go.InvalidTextException;
import dev.dmock.space.fact.Draft;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.model.Stage;
import dev.dmock.task.model.Subtask;
import dev.dmock.task.model.TableRules;
import dev.dmock.task.model.TrackedTable;
import dev.dmock.task.model.Unit;
import dev.dmock.task.unit.SchemaTracker;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Lists the tables that a subtask's sync unit replicates and their targets (GET
 * tasks/{name}/sources/{source}/migrate_targets). Verified against v8.1.0.
 */
@Service
public class MigrateTargets {

    private final StructureService structures;
    private final SchemaTracker tracker;

    MigrateTargets(StructureService structures, SchemaTracker tracker) {
        this.structures = structures;
        this.tracker = tracker;
    }

    /** A source table and its target table. */
    public record Target(TableName source, TableName target) {}

    /**
     * Returns the tables whose schema and table names contain a match of the patterns.
     *
     * @param schemaPattern a regular expression in Go's syntax; empty for all schemas
     * @param tablePattern a regular expression in Go's syntax; empty for all tables
     * @throws dev.dmock.error.DmException 40070 without a worker; 49001 with 40054, 40051 or 40056 inside, and for an
     *     invalid expression
     */
    public List<Target> of(Draft draft, String task, String source, String schemaPattern, String tablePattern) {
        Subtask subtask = structures.require(draft, task, source);
        if (subtask.stage() != Stage.RUNNING && subtask.stage() != Stage.PAUSED) {
            throw StructureService.wrongStage(subtask);
        }
        if (subtask.unit() != Unit.SYNC || subtask.lacksUnits()) {
            throw StructureService.wrongUnit(draft, subtask);
        }
        Pattern schemas = compile(schemaPattern);
        List<TrackedTable> tables = tracker.tables(draft, subtask).stream()
                .filter(t -> schemas.matcher(t.table().schema()).find())
                .toList();
        if (tables.isEmpty()) {
            return List.of();
        }
        Pattern names = compile(tablePattern);
        TableRules rules = subtask.rules();
        List<Target> found = new ArrayList<>();
        for (TrackedTable tracked : tables) {
            if (names.matcher(tracked.table().table()).find()) {
                found.add(new Target(tracked.table(), rules.target(tracked.table())));
            }
        }
        return found;
    }

    private static Pattern compile(String expression) {
        try {
            return GoRegexp.compile(expression);
        } catch (InvalidTextException e) {
            throw StructureService.wrapped(DmError.plain(String.valueOf(e.getMessage())));
        }
    }
}
