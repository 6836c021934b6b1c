package dev.dmock.task.check.server;

import dev.dmock.sql.token.DatabaseException;
import dev.dmock.task.check.instance.CheckedInstance;
import dev.dmock.task.check.model.Check;
import dev.dmock.task.check.model.CheckProblem;
import dev.dmock.task.check.model.CheckResult;
import dev.dmock.task.check.model.CheckState;
import dev.dmock.version.Generation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether the server's options keep schemas of the task out of the binlog (v8). */
public record BinlogSchemasCheck(CheckedInstance instance) implements Check {

    @Override
    public String name() {
        return "binlog_do_db/binlog_ignore_db check";
    }

    @Override
    public String description() {
        return "check whether migrated dbs are in binlog_do_db/binlog_ignore_db";
    }

    @Override
    public String extra() {
        return instance.place();
    }

    @Override
    public CheckResult run() {
        Optional<MasterStatus> status;
        try {
            status = MasterStatus.of(instance.upstream());
        } catch (DatabaseException e) {
            return CheckResult.failed("Message: database driver error, RawCause: "
                            + e.error().text(Generation.V8))
                    .instructing("Please check the database connection and the database config in configuration file.");
        }
        if (status.isEmpty()) {
            return CheckResult.failed("Message: upstream returns an empty result for SHOW MASTER STATUS")
                    .instructing("Please make sure binlog is enabled, and check the upstream settings like privileges,"
                            + " RDS settings to read data from SHOW MASTER STATUS.");
        }
        return judge(
                instance.part().caseSensitive() ? status.get() : status.get().inLowerCase());
    }

    private CheckResult judge(MasterStatus status) {
        List<String> concerned = new ArrayList<>();
        if (status.doSchemas().isEmpty()) {
            Set<String> schemas = instance.schemas();
            names(status.ignoreSchemas()).stream().filter(schemas::contains).forEach(concerned::add);
            return verdict(
                    concerned,
                    "in binlog_ignore_db[" + status.ignoreSchemas() + "]",
                    "Ensure that the ignore_dbs does not contain the dbs you want to migrate");
        }
        concerned.addAll(instance.schemas());
        concerned.removeAll(names(status.doSchemas()));
        return verdict(
                concerned,
                "not in binlog_do_db[" + status.doSchemas() + "]",
                "Ensure that the do_dbs contains the dbs you want to migrate");
    }

    private static CheckResult verdict(List<String> concerned, String where, String instruction) {
        if (concerned.isEmpty()) {
            return CheckResult.PASSED;
        }
        CheckProblem problem = CheckProblem.warning("these dbs [" + String.join(",", concerned) + "] are " + where);
        return CheckResult.of(CheckState.FAIL, List.of(problem)).instructing(instruction);
    }

    private static List<String> names(String list) {
        return Arrays.asList(list.split(",", -1));
    }
}
