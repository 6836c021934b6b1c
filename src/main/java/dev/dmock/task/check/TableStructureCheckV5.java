package dev.dmock.task.check;

import dev.dmock.space.Generation;
import dev.dmock.world.sql.DatabaseException;
import dev.dmock.world.sql.ForeignKey;
import dev.dmock.world.sql.Structures;
import dev.dmock.world.sql.TableName;
import dev.dmock.world.sql.TableStructure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the structures of a source's tables can be had in TiDB, and whether each has a key (v5.3). */
record TableStructureCheckV5(Instance instance) implements Check {

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
    public Verdict run() {
        List<Problem> problems = new ArrayList<>();
        for (TableName table : instance.tables()) {
            ShownTable.of(instance, table).ifPresent(shown -> problems.addAll(problems(shown)));
        }
        return problems.stream().anyMatch(p -> p.severity() == State.FAIL)
                ? Verdict.of(State.FAIL, problems)
                : Verdict.PASSED;
    }

    private static List<Problem> problems(ShownTable shown) {
        String head = "table " + shown.name().quoted() + " ";
        TableStructure structure;
        try {
            structure = Structures.readMysql(shown.text(), Generation.V5);
        } catch (DatabaseException e) {
            return List.of(Problem.failure(head + e.error().text(Generation.V5)));
        }
        List<Problem> problems = new ArrayList<>();
        for (ForeignKey key : structure.foreignKeys()) {
            problems.add(Problem.warning(head + "Foreign Key " + key.name() + " is parsed but ignored by TiDB.")
                    .instructing("please ref document:"
                            + " https://docs.pingcap.com/tidb/stable/mysql-compatibility#unsupported-features"));
        }
        Optional.of("primary/unique key does not exist")
                .filter(text -> !structure.hasUniqueKey())
                .ifPresent(text -> problems.add(
                        Problem.failure(head + text).instructing("please set primary/unique key for the table")));
        return problems;
    }
}
