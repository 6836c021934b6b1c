package dev.dmock.task.check;

import dev.dmock.space.Generation;
import dev.dmock.world.sql.Column;
import dev.dmock.world.sql.DatabaseException;
import dev.dmock.world.sql.TableName;
import dev.dmock.world.sql.TableStructure;
import java.util.ArrayList;
import java.util.List;

/** What v8 finds wrong with the tables that are merged into one, table by table. */
final class ShardFindings {

    private final List<Problem> problems = new ArrayList<>();
    private Verdict verdict = Verdict.PASSED;

    /** Takes note of a table that TiDB cannot read. */
    void unreadable(ShownTable shown, DatabaseException e) {
        problems.add(problem(shown, e));
        warn(Verdict.of(State.WARN, List.of()));
    }

    static Problem problem(ShownTable shown, DatabaseException e) {
        return Problem.warning("statement " + shown.text() + ": " + e.error().text(Generation.V8));
    }

    void lookForAutoIncrement(ShownTable shown, TableStructure structure, String sharding) {
        if (structure.columns().stream().noneMatch(Column::autoIncrement)) {
            return;
        }
        problems.add(Problem.failure("sourceID " + shown.source() + " table " + bare(shown.name()) + " of " + sharding
                + " have auto-increment key, please make sure them don't conflict in target table!"));
        warn(Verdict.of(State.WARN, List.of())
                .instructing("If happen conflict, please handle it by yourself. You can refer to"
                        + " https://docs.pingcap.com/tidb-data-migration/stable/shard-merge-best-practices/"
                        + "#handle-conflicts-between-primary-keys-or-unique-indexes-across-multiple-sharded-tables")
                .adding("auto-increment key checking"));
    }

    private void warn(Verdict warning) {
        verdict = verdict.state() == State.SUCCESS ? warning : verdict;
    }

    void fail(Problem problem, String instruction, String extra) {
        problems.add(problem);
        verdict = Verdict.of(State.FAIL, List.of()).instructing(instruction).adding(extra);
    }

    /** Fails with the instruction that a warning left. */
    void fail(Problem problem, String extra) {
        fail(problem, verdict.instruction(), extra);
    }

    Verdict close() {
        return new Verdict(verdict.state(), problems, verdict.instruction(), verdict.extra());
    }

    /** DM prints the structure that holds a name where it means the name. */
    static String bare(TableName table) {
        return "{" + table.schema() + " " + table.table() + "}";
    }
}
