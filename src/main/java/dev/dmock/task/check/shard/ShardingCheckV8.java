package dev.dmock.task.check.shard;

import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.structure.Structures;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.task.check.instance.ShownTable;
import dev.dmock.task.check.model.Check;
import dev.dmock.task.check.model.CheckResult;
import dev.dmock.task.check.model.CheckState;
import dev.dmock.version.Generation;
import java.util.List;

/**
 * Whether the tables that are merged into one in pessimistic mode have the same columns; warns of AUTO_INCREMENT (v8).
 * All are compared with the first.
 */
public record ShardingCheckV8(ShardGroup group) implements Check {

    @Override
    public String name() {
        return "sharding table " + group.target().quoted() + " consistency checking";
    }

    @Override
    public String description() {
        return "check consistency of sharding table structures";
    }

    @Override
    public String extra() {
        return "sourceID " + group.shards().get(0).source() + " on " + sharding();
    }

    @Override
    public CheckResult run() {
        List<ShownTable> tables = group.shown();
        if (tables.isEmpty()) {
            return CheckResult.PASSED;
        }
        ShownTable first = tables.get(0);
        ShardComparison comparison;
        try {
            comparison = new ShardComparison(
                    "sourceID " + first.source() + " table " + ShardFindings.bare(first.name()), read(first));
        } catch (DatabaseException e) {
            return CheckResult.of(CheckState.WARN, List.of(ShardFindings.problem(first, e)));
        }
        ShardFindings findings = new ShardFindings();
        for (ShownTable shown : tables) {
            try {
                compare(comparison, shown, read(shown), findings);
            } catch (DatabaseException e) {
                findings.unreadable(shown, e);
            }
        }
        return findings.close();
    }

    private void compare(ShardComparison first, ShownTable shown, TableStructure structure, ShardFindings findings) {
        findings.lookForAutoIncrement(shown, structure, sharding());
        String label = "sourceID " + shown.source() + " table " + shown.name().quoted();
        first.with(label, structure)
                .ifPresent(problem -> findings.fail(
                        problem, "please set same table structure for sharding tables", "error on " + sharding()));
    }

    private String sharding() {
        return "sharding " + group.target().quoted();
    }

    static TableStructure read(ShownTable shown) {
        return Structures.readMysql(shown.text(), Generation.V8);
    }
}
