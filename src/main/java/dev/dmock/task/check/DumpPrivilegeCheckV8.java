package dev.dmock.task.check;

import java.util.EnumSet;
import java.util.Set;

/** Whether the account of a source may dump its tables in the way that the task's consistency needs (v8). */
record DumpPrivilegeCheckV8(Instance instance) implements Check {

    @Override
    public String name() {
        return "source db dump privilege checker";
    }

    @Override
    public String description() {
        return "check dump privileges of source DB";
    }

    @Override
    public String extra() {
        return instance.place();
    }

    @Override
    public Verdict run() {
        String lacking = LackingPrivileges.of(instance.upstream(), global(), instance.tables());
        return lacking.isEmpty()
                ? Verdict.PASSED
                : Verdict.failed(lacking).instructing("Please grant the required privileges to the account.");
    }

    private Set<Privilege> global() {
        return switch (instance.part().dump().consistency()) {
            case "", "auto", "flush" -> EnumSet.of(Privilege.RELOAD);
            case "lock" -> EnumSet.of(Privilege.LOCK_TABLES);
            default -> EnumSet.noneOf(Privilege.class);
        };
    }
}
