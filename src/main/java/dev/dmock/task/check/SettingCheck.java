package dev.dmock.task.check;

import dev.dmock.space.Generation;
import java.util.List;

/** Whether a variable of the upstream server is as replication needs it. */
record SettingCheck(ServerSetting setting, Instance instance, Generation generation) implements Check {

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
    public Verdict run() {
        String problem = setting.problem(instance.upstream().variable(setting.variable()));
        return problem.isEmpty()
                ? Verdict.PASSED
                : Verdict.of(setting.state(generation), List.of(Problem.failure(problem)))
                        .instructing(setting.instruction(generation));
    }
}
