package dev.dmock.task.check;

/** Whether the account of a source may read its binlog (v8). */
record ReplicationPrivilegeCheckV8(Instance instance) implements Check {

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
    public Verdict run() {
        String lacking =
                LackingPrivileges.of(instance.upstream(), Privilege.REPLICATION_CLIENT, Privilege.REPLICATION_SLAVE);
        return lacking.isEmpty()
                ? Verdict.PASSED
                : Verdict.failed(lacking).instructing("Grant the required privileges to the account.");
    }
}
