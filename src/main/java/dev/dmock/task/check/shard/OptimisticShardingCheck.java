package dev.dmock.task.check.shard;

import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.task.check.instance.ShownTable;
import dev.dmock.task.check.model.Check;
import dev.dmock.task.check.model.CheckProblem;
import dev.dmock.task.check.model.CheckResult;
import dev.dmock.task.shape.IncompatibleException;
import dev.dmock.task.shape.JoinedTable;
import org.jspecify.annotations.Nullable;

/** Whether the tables that are merged into one in optimistic mode fit into one; warns of AUTO_INCREMENT (v8). */
public record OptimisticShardingCheck(ShardGroup group) implements Check {

    @Override
    public String name() {
        return "optimistic sharding table " + group.target().quoted() + " consistency checking";
    }

    @Override
    public String description() {
        return "check consistency of sharding table structures for Optimistic Sharding Merge";
    }

    @Override
    public String extra() {
        return "sharding " + group.target().quoted();
    }

    @Override
    public CheckResult run() {
        ShardFindings findings = new ShardFindings();
        @Nullable JoinedTable joined = null;
        for (ShownTable shown : group.shown()) {
            TableStructure structure;
            try {
                structure = ShardingCheckV8.read(shown);
            } catch (DatabaseException e) {
                findings.unreadable(shown, e);
                continue;
            }
            findings.lookForAutoIncrement(shown, structure, extra());
            JoinedTable table = JoinedTable.of(structure);
            try {
                joined = joined == null ? table : joined.join(table);
            } catch (IncompatibleException e) {
                findings.fail(
                        CheckProblem.failure(String.valueOf(e.getMessage())),
                        "fail to join table info " + joined + " with " + table);
                return findings.close();
            }
        }
        return findings.close();
    }
}
