package dev.dmock.task.check.shard;

import dev.dmock.sql.model.Column;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.check.instance.ShownTable;
import dev.dmock.task.check.model.CheckProblem;
import dev.dmock.task.check.model.CheckResult;
import dev.dmock.task.check.model.CheckState;
import dev.dmock.version.Generation;
import java.util.ArrayList;
import java.util.List;

/** What v8 finds wrong with the tables that are merged into one, table by table. */
final class ShardFindings {

    private final List<CheckProblem> problems = new ArrayList<>();
    private CheckResult verdict = CheckResult.PASSED;

    /** Takes note of a table that TiDB cannot read. */
    void unreadable(ShownTable shown, DatabaseException e) {
        problems.add(problem(shown, e));
        warn(CheckResult.of(CheckState.WARN, List.of()));
    }

    static CheckProblem problem(ShownTable shown, DatabaseException e) {
        return CheckProblem.warning(
                "statement " + shown.text() + ": " + e.error().text(Generation.V8));
    }

    void lookForAutoIncrement(ShownTable shown, TableStructure structure, String sharding) {
        if (structure.columns().stream().noneMatch(Column::autoIncrement)) {
            return;
        }
        problems.add(CheckProblem.failure("sourceID " + shown.source() + " table " + bare(shown.name()) + " of "
                + sharding + " have auto-increment key, please make sure them don't conflict in target table!"));
        warn(CheckResult.of(CheckState.WARN, List.of())
                .instructing("If happen conflict, please handle it by yourself. You can refer to"
                        + " https://docs.pingcap.com/tidb-data-migration/stable/shard-merge-best-practices/"
                        + "#handle-conflicts-between-primary-keys-or-unique-indexes-across-multiple-sharded-tables")
                .adding("auto-increment key checking"));
    }

    private void warn(CheckResult warning) {
        verdict = verdict.state() == CheckState.SUCCESS ? warning : verdict;
    }

    void fail(CheckProblem problem, String instruction, String extra) {
        problems.add(problem);
        verdict = CheckResult.of(CheckState.FAIL, List.of())
                .instructing(instruction)
                .adding(extra);
    }

    /** Fails with the instruction that a warning left. */
    void fail(CheckProblem problem, String extra) {
        fail(problem, verdict.instruction(), extra);
    }

    CheckResult close() {
        return new CheckResult(verdict.state(), problems, verdict.instruction(), verdict.extra());
    }

    /** DM prints the structure that holds a name where it means the name. */
    static String bare(TableName table) {
        return "{" + table.schema() + " " + table.table() + "}";
    }
}
