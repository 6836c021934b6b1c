package dev.dmock.task.check.server;

import dev.dmock.task.check.instance.CheckedInstance;
import dev.dmock.task.check.model.Check;
import dev.dmock.task.check.model.CheckProblem;
import dev.dmock.task.check.model.CheckResult;
import dev.dmock.task.check.model.ServerSetting;
import dev.dmock.version.Generation;
import java.util.List;

/** Whether a variable of the upstream server is as replication needs it. */
public record SettingCheck(ServerSetting setting, CheckedInstance instance, Generation generation) implements Check {

    @Override
    public String name() {
        return setting.checkName();
    }

    @Override
    public String description() {
        return setting.description();
    }

    @Override
    public String extra() {
        return instance.place();
    }

    @Override
    public CheckResult run() {
        String problem = setting.problem(instance.upstream().variable(setting.variable()));
        return problem.isEmpty()
                ? CheckResult.PASSED
                : CheckResult.of(setting.state(generation), List.of(CheckProblem.failure(problem)))
                        .instructing(setting.instruction(generation));
    }
}
