package dev.dmock.task.check.privilege;

import dev.dmock.task.check.instance.CheckedInstance;
import dev.dmock.task.check.model.Check;
import dev.dmock.task.check.model.CheckResult;
import dev.dmock.task.check.model.MissingPrivileges;
import dev.dmock.task.check.model.Privilege;

/** Whether the account of a source may read its binlog (v8). */
public record ReplicationPrivilegeCheckV8(CheckedInstance instance) implements Check {

    @Override
    public String name() {
        return "source db replication privilege checker";
    }

    @Override
    public String description() {
        return "check replication privileges of source DB";
    }

    @Override
    public String extra() {
        return instance.place();
    }

    @Override
    public CheckResult run() {
        String lacking =
                MissingPrivileges.of(instance.upstream(), Privilege.REPLICATION_CLIENT, Privilege.REPLICATION_SLAVE);
        return lacking.isEmpty()
                ? CheckResult.PASSED
                : CheckResult.failed(lacking).instructing("Grant the required privileges to the account.");
    }
}
