package dev.dmock.task.full;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.space.fact.Draft;
import dev.dmock.sql.structure.DdlOperation;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.unit.UnitConnections;
import dev.dmock.task.unit.UnitFailure;
import dev.dmock.version.Generation;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Builds TiDB Lightning's errors for dumped CREATE statements. */
final class LightningSchemas {

    private static final String RESTORE = "[Lightning:Restore:";
    private static final Pattern PLACE = Pattern.compile("line (\\d+) column (\\d+) (?=near )");

    private LightningSchemas() {}

    /** Fails if TiDB's parser rejects a dumped statement. */
    static void requireReadable(String dumped) {
        String statement = dumped.lines().map(String::strip).collect(Collectors.joining("\n")) + ';';
        DdlOperation.fault(statement, Generation.V8).ifPresent(fault -> {
            throw failure(RESTORE + "ErrInvalidSchemaStmt]invalid schema statement: '" + statement + "': "
                    + counted(fault, dumped.lines().toList()));
        });
    }

    /** Adds one to the column number in a line that was dumped with leading blanks (measured). */
    private static String counted(String fault, List<String> lines) {
        Matcher place = PLACE.matcher(fault);
        if (!place.lookingAt()) {
            return fault;
        }
        int line = Integer.parseInt(place.group(1));
        int more = line <= lines.size() && lines.get(line - 1).startsWith(" ") ? 1 : 0;
        return "line " + line + " column " + (Integer.parseInt(place.group(2)) + more) + ' '
                + fault.substring(place.end());
    }

    /**
     * Returns the failure for a CREATE that TiDB rejected.
     *
     * @param name the table, or the schema with table ""
     */
    static UnitFailure notCreated(Draft draft, TableName name, DatabaseException e) {
        String kind = name.table().isEmpty() ? "database" : "table";
        return failure(RESTORE + "ErrCreateSchema]create schema failed, table: " + name.quoted() + ", stmt: restore "
                + kind + " schema: run create schema job failed: " + UnitConnections.text(draft, e));
    }

    private static UnitFailure failure(String cause) {
        return new UnitFailure(DmError.of(DmCode.LOAD_LIGHTNING_RUNTIME).causedBy(cause));
    }
}
