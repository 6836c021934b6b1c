package dev.dmock.task.check;

import dev.dmock.world.database.Session;
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
record ConnectionsCheck(String unit, Session session, Privilege looking, long needed) implements Check {

    private static final String TOO_MANY =
            "You need to set a larger max_connection, or adjust the configuration of DM such"
                    + " as reducing the worker count of sycner and reducing the pool size of the dumper and loader.";

    /** One for statements, another for consistency, beside those that dump. */
    private static final int DUMPER_OVERHEAD = 2;

    static ConnectionsCheck ofDumper(Instance instance) {
        return new ConnectionsCheck(
                "dumper",
                instance.upstream(),
                Privilege.PROCESS,
                instance.part().dump().threads() + DUMPER_OVERHEAD);
    }

    /** The loader of each source wants its pool and a connection for checkpoints. */
    static ConnectionsCheck ofLoader(List<Instance> instances) {
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
    public Verdict run() {
        long most = Long.parseLong(session.variable("max_connections"));
        if (most == 0) {
            return Verdict.PASSED;
        }
        List<Problem> problems = new ArrayList<>();
        String lacking = LackingPrivileges.of(session, looking);
        if (!lacking.isEmpty()) {
            problems.add(Problem.warning(lacking));
        }
        if (needed <= most) {
            return problems.isEmpty() ? Verdict.PASSED : Verdict.of(State.WARN, problems);
        }
        problems.add(Problem.failure("checked database's max_connections: " + most + " is less than the number " + unit
                + " needs: " + needed));
        if (unit.equals("dumper")) {
            return Verdict.of(State.FAIL, problems).instructing(TOO_MANY);
        }
        problems.add(Problem.warning(
                "task precheck cannot accurately check the number of connection needed for Lightning."));
        return Verdict.of(State.WARN, problems).instructing("You need to set a larger connection for TiDB.");
    }
}
