package dev.dmock.task.check;

import dev.dmock.world.sql.DatabaseException;
import dev.dmock.world.sql.TableStructure;
import org.jspecify.annotations.Nullable;

/** Whether the tables that are merged into one in optimistic mode fit into one; warns of AUTO_INCREMENT (v8). */
record OptimisticShardingCheck(ShardGroup group) implements Check {

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
    public Verdict run() {
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
                        Problem.failure(String.valueOf(e.getMessage())),
                        "fail to join table info " + joined + " with " + table);
                return findings.close();
            }
        }
        return findings.close();
    }
}
