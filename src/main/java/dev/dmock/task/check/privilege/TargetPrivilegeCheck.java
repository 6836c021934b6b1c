package dev.dmock.task.check.privilege;

import dev.dmock.task.check.instance.CheckedInstance;
import dev.dmock.task.check.model.Check;
import dev.dmock.task.check.model.CheckProblem;
import dev.dmock.task.check.model.CheckResult;
import dev.dmock.task.check.model.CheckState;
import dev.dmock.task.check.model.MissingPrivileges;
import dev.dmock.task.check.model.Privilege;
import java.util.List;

/** Whether the account of the target may write anywhere (v8): only a warning, since it need not write everywhere. */
public record TargetPrivilegeCheck(CheckedInstance instance) implements Check {

    @Override
    public String name() {
        return "target db privilege checker";
    }

    @Override
    public String description() {
        return "check privileges of target DB";
    }

    @Override
    public String extra() {
        return instance.targetPlace();
    }

    @Override
    public CheckResult run() {
        String lacking = MissingPrivileges.of(
                instance.downstream(),
                Privilege.CREATE,
                Privilege.SELECT,
                Privilege.INSERT,
                Privilege.UPDATE,
                Privilege.DELETE,
                Privilege.ALTER,
                Privilege.DROP,
                Privilege.INDEX);
        return lacking.isEmpty()
                ? CheckResult.PASSED
                : CheckResult.of(CheckState.WARN, List.of(CheckProblem.failure(lacking)))
                        .instructing(MissingPrivileges.INSTRUCTION);
    }
}
