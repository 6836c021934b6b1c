package dev.dmock.task.check;

import java.util.List;

/** Whether the account of the target may write anywhere (v8): only a warning, since it need not write everywhere. */
record TargetPrivilegeCheck(Instance instance) implements Check {

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
    public Verdict run() {
        String lacking = LackingPrivileges.of(
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
                ? Verdict.PASSED
                : Verdict.of(State.WARN, List.of(Problem.failure(lacking))).instructing(LackingPrivileges.INSTRUCTION);
    }
}
