package dev.dmock.task.check.table;

import dev.dmock.sql.model.ForeignKey;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.structure.Structures;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.check.instance.CheckedInstance;
import dev.dmock.task.check.instance.ShownTable;
import dev.dmock.task.check.model.Check;
import dev.dmock.task.check.model.CheckProblem;
import dev.dmock.task.check.model.CheckResult;
import dev.dmock.task.check.model.CheckState;
import dev.dmock.version.Generation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the structures of a source's tables can be had in TiDB, and whether each has a key (v5.3). */
public record TableStructureCheckV5(CheckedInstance instance) implements Check {

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
        return instance.place();
    }

    /** Warnings alone leave it a success, so that they are not seen. */
    @Override
    public CheckResult run() {
        List<CheckProblem> problems = new ArrayList<>();
        for (TableName table : instance.tables()) {
            ShownTable.of(instance, table).ifPresent(shown -> problems.addAll(problems(shown)));
        }
        return problems.stream().anyMatch(p -> p.severity() == CheckState.FAIL)
                ? CheckResult.of(CheckState.FAIL, problems)
                : CheckResult.PASSED;
    }

    private static List<CheckProblem> problems(ShownTable shown) {
        String head = "table " + shown.name().quoted() + " ";
        TableStructure structure;
        try {
            structure = Structures.readMysql(shown.text(), Generation.V5);
        } catch (DatabaseException e) {
            return List.of(CheckProblem.failure(head + e.error().text(Generation.V5)));
        }
        List<CheckProblem> problems = new ArrayList<>();
        for (ForeignKey key : structure.foreignKeys()) {
            problems.add(CheckProblem.warning(head + "Foreign Key " + key.name() + " is parsed but ignored by TiDB.")
                    .instructing("please ref document:"
                            + " https://docs.pingcap.com/tidb/stable/mysql-compatibility#unsupported-features"));
        }
        Optional.of("primary/unique key does not exist")
                .filter(text -> !structure.hasUniqueKey())
                .ifPresent(text -> problems.add(
                        CheckProblem.failure(head + text).instructing("please set primary/unique key for the table")));
        return problems;
    }
}
