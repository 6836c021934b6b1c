package dev.dmock.task.check.privilege;

import dev.dmock.task.check.instance.CheckedInstance;
import dev.dmock.task.check.model.Check;
import dev.dmock.task.check.model.CheckResult;
import dev.dmock.task.check.model.MissingPrivileges;
import dev.dmock.task.check.model.Privilege;
import java.util.EnumSet;
import java.util.Set;

/** Whether the account of a source may dump its tables in the way that the task's consistency needs (v8). */
public record DumpPrivilegeCheckV8(CheckedInstance instance) implements Check {

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
    public CheckResult run() {
        String lacking = MissingPrivileges.of(instance.upstream(), global(), instance.tables());
        return lacking.isEmpty()
                ? CheckResult.PASSED
                : CheckResult.failed(lacking).instructing("Please grant the required privileges to the account.");
    }

    private Set<Privilege> global() {
        return switch (instance.part().dump().consistency()) {
            case "", "auto", "flush" -> EnumSet.of(Privilege.RELOAD);
            case "lock" -> EnumSet.of(Privilege.LOCK_TABLES);
            default -> EnumSet.noneOf(Privilege.class);
        };
    }
}
