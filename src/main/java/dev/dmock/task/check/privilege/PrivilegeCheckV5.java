package dev.dmock.task.check.privilege;

import dev.dmock.task.check.instance.CheckedInstance;
import dev.dmock.task.check.model.Check;
import dev.dmock.task.check.model.CheckResult;
import dev.dmock.task.check.model.GrantList;
import dev.dmock.task.check.model.Privilege;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Whether the account of a source may do what dump or sync needs (v5.3). SELECT on anything is enough; the others have
 * to be held globally.
 */
public record PrivilegeCheckV5(String name, String description, CheckedInstance instance, List<Privilege> needed)
        implements Check {

    public static PrivilegeCheckV5 ofDump(CheckedInstance instance) {
        return new PrivilegeCheckV5(
                "source db dump privilege checker",
                "check dump privileges of source DB",
                instance,
                List.of(Privilege.RELOAD, Privilege.SELECT));
    }

    public static PrivilegeCheckV5 ofReplication(CheckedInstance instance) {
        return new PrivilegeCheckV5(
                "source db replication privilege checker",
                "check replication privileges of source DB",
                instance,
                List.of(Privilege.REPLICATION_CLIENT, Privilege.REPLICATION_SLAVE));
    }

    @Override
    public String extra() {
        return instance.place();
    }

    @Override
    public CheckResult run() {
        GrantList grants = GrantList.of(instance.upstream());
        String lacking = needed.stream()
                .filter(p -> p == Privilege.SELECT ? !grants.somewhere(p) : !grants.global(p))
                .map(Privilege::label)
                .collect(Collectors.joining(","));
        if (lacking.isEmpty()) {
            return CheckResult.PASSED;
        }
        String account = instance.upstream().account().name();
        return CheckResult.failed("lack of " + lacking + " privilege")
                .instructing("GRANT " + lacking + " ON *.* TO '" + account + "'@'%';");
    }
}
