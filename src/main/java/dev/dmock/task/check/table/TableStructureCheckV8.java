package dev.dmock.task.check.table;

import dev.dmock.sql.model.ForeignKey;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.structure.Structures;
import dev.dmock.sql.token.DatabaseError;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.check.instance.CheckedInstance;
import dev.dmock.task.check.instance.RoutedTable;
import dev.dmock.task.check.instance.ShownTable;
import dev.dmock.task.check.model.Check;
import dev.dmock.task.check.model.CheckProblem;
import dev.dmock.task.check.model.CheckResult;
import dev.dmock.task.check.model.CheckState;
import dev.dmock.task.check.model.CheckWarning;
import dev.dmock.task.check.model.GrantList;
import dev.dmock.version.Generation;
import dev.dmock.world.database.DatabaseSession;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether the structures of all tables can be had in TiDB, whether each has a key, and whether they go together with
 * target tables that are there already (v8).
 */
public record TableStructureCheckV8(List<CheckedInstance> instances) implements Check {

    @Override
    public String name() {
        return "table structure compatibility check";
    }

    @Override
    public String description() {
        return "check compatibility of table structure";
    }

    @Override
    public String extra() {
        return "";
    }

    @Override
    public CheckResult run() {
        List<CheckWarning> doubts = new ArrayList<>();
        Set<String> sources = new HashSet<>();
        for (CheckedInstance instance : instances) {
            // a source that is named twice is looked at once
            for (RoutedTable route :
                    sources.add(instance.source().name()) ? instance.routes() : List.<RoutedTable>of()) {
                ShownTable.of(instance, route.table())
                        .ifPresent(shown -> doubts.addAll(doubts(shown, route, instance.downstream())));
            }
        }
        if (doubts.isEmpty()) {
            return CheckResult.PASSED;
        }
        String instruction = doubts.stream()
                .map(CheckWarning::instruction)
                .filter(i -> !i.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
        return CheckResult.of(
                        CheckState.WARN,
                        doubts.stream().map(d -> CheckProblem.warning(d.text())).toList())
                .instructing(instruction);
    }

    private static List<CheckWarning> doubts(ShownTable shown, RoutedTable route, DatabaseSession downstream) {
        List<CheckWarning> doubts = new ArrayList<>();
        try {
            doubts.addAll(ofStructure(Structures.readMysql(shown.text(), Generation.V8)));
            requireSight(downstream, route.target());
            ShownTable.text(downstream, route.target())
                    .ifPresent(target -> doubts.addAll(new TablePair(route, shown.text(), target).doubts()));
        } catch (DatabaseException e) {
            if (e.error().code() != 0) {
                throw e;
            }
            doubts.add(new CheckWarning(
                    "statement " + shown.text() + ": " + e.error().text(Generation.V8), ""));
        }
        return doubts.stream().map(d -> d.about(route.table())).toList();
    }

    /** TiDB shows no table, whether it is there or not, to who may do nothing with it. */
    private static void requireSight(DatabaseSession downstream, TableName table) {
        if (!GrantList.of(downstream).sees(table)) {
            String user = downstream.account().name();
            throw new DatabaseError(
                            1142,
                            "42000",
                            "SHOW command denied to user '" + user + "'@'%' for table '" + table.table() + "'")
                    .asException();
        }
    }

    private static List<CheckWarning> ofStructure(TableStructure structure) {
        List<CheckWarning> doubts = new ArrayList<>();
        for (ForeignKey key : structure.foreignKeys()) {
            doubts.add(new CheckWarning(
                    "Foreign Key " + key.name() + " is parsed but ignored by TiDB.",
                    "TiDB does not support foreign key constraints. See the document:"
                            + " https://docs.pingcap.com/tidb/stable/mysql-compatibility#unsupported-features"));
        }
        if (!structure.hasUniqueKey()) {
            doubts.add(new CheckWarning(
                    "primary/unique key does not exist",
                    "You need to set primary/unique keys for the table. Otherwise replication efficiency might become"
                            + " very low and exactly-once replication cannot be guaranteed."));
        }
        return doubts;
    }
}
