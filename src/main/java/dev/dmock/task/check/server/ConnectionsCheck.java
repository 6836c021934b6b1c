package dev.dmock.task.check.server;

import dev.dmock.task.check.instance.CheckedInstance;
import dev.dmock.task.check.model.Check;
import dev.dmock.task.check.model.CheckProblem;
import dev.dmock.task.check.model.CheckResult;
import dev.dmock.task.check.model.CheckState;
import dev.dmock.task.check.model.MissingPrivileges;
import dev.dmock.task.check.model.Privilege;
import dev.dmock.world.database.DatabaseSession;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a server lets in as many connections as dump or load wants (v8). How many are in use already is not part of
 * the world and counts as none.
 *
 * @param unit {@code dumper} or {@code loader}
 * @param looking what is needed to see the connections of others
 * @param needed how many the unit wants
 */
public record ConnectionsCheck(String unit, DatabaseSession session, Privilege looking, long needed) implements Check {

    private static final String TOO_MANY =
            "You need to set a larger max_connection, or adjust the configuration of DM such"
                    + " as reducing the worker count of sycner and reducing the pool size of the dumper and loader.";

    /** One for statements, another for consistency, beside those that dump. */
    private static final int DUMPER_OVERHEAD = 2;

    public static ConnectionsCheck ofDumper(CheckedInstance instance) {
        return new ConnectionsCheck(
                "dumper",
                instance.upstream(),
                Privilege.PROCESS,
                instance.part().dump().threads() + DUMPER_OVERHEAD);
    }

    /** The loader of each source wants its pool and a connection for checkpoints. */
    public static ConnectionsCheck ofLoader(List<CheckedInstance> instances) {
        long needed = instances.stream()
                .mapToLong(i -> i.part().load().poolSize() + 1)
                .sum();
        return new ConnectionsCheck("loader", instances.get(0).downstream(), Privilege.SUPER, needed);
    }

    @Override
    public String name() {
        return unit + "_conn_number_checker";
    }

    @Override
    public String description() {
        return "check if connetion concurrency exceeds database's maximum connection limit";
    }

    @Override
    public String extra() {
        return "";
    }

    @Override
    public CheckResult run() {
        long most = Long.parseLong(session.variable("max_connections"));
        if (most == 0) {
            return CheckResult.PASSED;
        }
        List<CheckProblem> problems = new ArrayList<>();
        String lacking = MissingPrivileges.of(session, looking);
        if (!lacking.isEmpty()) {
            problems.add(CheckProblem.warning(lacking));
        }
        if (needed <= most) {
            return problems.isEmpty() ? CheckResult.PASSED : CheckResult.of(CheckState.WARN, problems);
        }
        problems.add(CheckProblem.failure("checked database's max_connections: " + most + " is less than the number "
                + unit + " needs: " + needed));
        if (unit.equals("dumper")) {
            return CheckResult.of(CheckState.FAIL, problems).instructing(TOO_MANY);
        }
        problems.add(CheckProblem.warning(
                "task precheck cannot accurately check the number of connection needed for Lightning."));
        return CheckResult.of(CheckState.WARN, problems).instructing("You need to set a larger connection for TiDB.");
    }
}
