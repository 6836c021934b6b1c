package dev.dmock.task.check.shard;

import dev.dmock.sql.model.Column;
import dev.dmock.sql.model.Index;
import dev.dmock.sql.model.TableStructure;
import dev.dmock.sql.structure.Structures;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.task.check.instance.ShownTable;
import dev.dmock.task.check.model.Check;
import dev.dmock.task.check.model.CheckProblem;
import dev.dmock.task.check.model.CheckResult;
import dev.dmock.task.check.model.CheckState;
import dev.dmock.version.Generation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether the tables that are merged into one have the same columns and no AUTO_INCREMENT key (v5.3, with and without a
 * shard mode). The first mistake ends it.
 */
public record ShardingCheckV5(ShardGroup group) implements Check {

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
        return "sharding " + group.target().quoted();
    }

    @Override
    public CheckResult run() {
        @Nullable ShardComparison first = null;
        for (ShownTable shown : group.shown()) {
            TableStructure structure;
            try {
                structure = Structures.readMysql(shown.text(), Generation.V5);
            } catch (DatabaseException e) {
                return CheckResult.failed(e.error().text(Generation.V5))
                        .adding("instance " + shown.source() + " on " + extra());
            }
            Optional<CheckResult> key = autoIncrementKey(structure).map(column -> refused(shown, column));
            if (key.isPresent()) {
                return key.get();
            }
            if (first == null) {
                first = new ShardComparison(label(shown), structure);
                continue;
            }
            Optional<CheckProblem> difference = first.with(label(shown), structure);
            if (difference.isPresent()) {
                return CheckResult.of(CheckState.FAIL, List.of(difference.get()))
                        .instructing("please set same table structure for sharding tables")
                        .adding("error on " + extra());
            }
        }
        return CheckResult.PASSED;
    }

    private static String label(ShownTable shown) {
        return "instance " + shown.source() + " table " + shown.name().quoted();
    }

    /** Of whichever type it is, DM says that it should be bigint. */
    private CheckResult refused(ShownTable shown, String column) {
        return CheckResult.failed(label(shown) + " of " + extra() + " have auto-increment key " + column
                        + " and column mapping, but type of " + column + " should be bigint")
                .instructing("please handle it by yourself,  refer to"
                        + " https://docs.pingcap.com/tidb-data-migration/stable/shard-merge-best-practices"
                        + "#handle-conflicts-of-auto-increment-primary-key) for details.")
                .adding("auto-increment key checking");
    }

    private static Optional<String> autoIncrementKey(TableStructure structure) {
        return structure.columns().stream()
                .filter(Column::autoIncrement)
                .map(Column::name)
                .filter(name -> structure.indexes().stream().anyMatch(i -> isKeyOf(i, name)))
                .findFirst();
    }

    private static boolean isKeyOf(Index index, String column) {
        boolean unique = index.kind() == Index.Kind.PRIMARY || index.kind() == Index.Kind.UNIQUE;
        return unique
                && index.parts().size() == 1
                && index.parts().get(0).column().equalsIgnoreCase(column);
    }
}
