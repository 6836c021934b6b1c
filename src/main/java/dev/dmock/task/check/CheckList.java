package dev.dmock.task.check;

import dev.dmock.space.Generation;
import dev.dmock.task.config.ShardMode;
import dev.dmock.task.config.TaskMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Which checks are made, in the order that numbers them: verified against v5.3.0 and v8.1.0. */
final class CheckList {

    private final List<Instance> instances;
    private final TaskMode mode;
    private final boolean instructing;
    private final List<Check> checks = new ArrayList<>();

    private CheckList(List<Instance> instances, boolean instructing) {
        this.instances = instances;
        this.instructing = instructing;
        this.mode = instances.get(0).part().mode();
    }

    /** v5.3: source by source, then the tables that are merged, with or without a shard mode. */
    static List<Check> v5(List<Instance> instances) {
        CheckList list = new CheckList(instances, false);
        instances.forEach(list::ofSourceV5);
        ShardGroup.of(instances).forEach(group -> list.checks.add(new ShardingCheckV5(group)));
        return list.checks;
    }

    private void ofSourceV5(Instance instance) {
        checks.add(new VersionCheck(instance, Generation.V5));
        if (mode.follows()) {
            for (ServerSetting setting : ServerSetting.values()) {
                checks.add(new SettingCheck(setting, instance, Generation.V5));
            }
        }
        if (mode.copies()) {
            checks.add(PrivilegeCheckV5.ofDump(instance));
        }
        if (mode.follows()) {
            checks.add(PrivilegeCheckV5.ofReplication(instance));
        }
        checks.add(new TableStructureCheckV5(instance));
    }

    /**
     * v8: first what concerns the target, then source by source, then the tables.
     *
     * @param items what is checked
     * @param instructing whether the check of the position says what to do
     * @param fresh whether the task has no checkpoints yet; else shards may differ for good reason
     */
    static List<Check> v8(List<Instance> instances, Set<Item> items, boolean instructing, boolean fresh) {
        CheckList list = new CheckList(instances, instructing);
        if (list.mode.copies() && items.contains(Item.CONN_NUMBER)) {
            instances.forEach(instance -> list.checks.add(ConnectionsCheck.ofDumper(instance)));
            list.checks.add(ConnectionsCheck.ofLoader(instances));
        }
        Chosen chosen = new Chosen(items, list.checks);
        chosen.add(Item.TARGET_PRIVILEGE, () -> new TargetPrivilegeCheck(instances.get(0)));
        instances.forEach(instance -> list.ofSourceV8(instance, chosen));
        chosen.add(Item.TABLE_SCHEMA, () -> new TableStructureCheckV8(instances));
        if (fresh && list.mode.copies()) {
            list.ofShards(chosen);
        }
        return list.checks;
    }

    private void ofSourceV8(Instance instance, Chosen chosen) {
        chosen.add(Item.VERSION, () -> new VersionCheck(instance, Generation.V8));
        if (mode.copies()) {
            chosen.add(Item.DUMP_PRIVILEGE, () -> new DumpPrivilegeCheckV8(instance));
        } else {
            MetaPositionCheck.of(instance, instructing).ifPresent(check -> chosen.add(Item.META_POSITION, () -> check));
        }
        if (!mode.follows()) {
            return;
        }
        chosen.addSetting(Item.SERVER_ID, ServerSetting.SERVER_ID, instance);
        chosen.addSetting(Item.BINLOG_ENABLE, ServerSetting.BINLOG_ENABLE, instance);
        chosen.addSetting(Item.BINLOG_FORMAT, ServerSetting.BINLOG_FORMAT, instance);
        chosen.addSetting(Item.BINLOG_ROW_IMAGE, ServerSetting.BINLOG_ROW_IMAGE, instance);
        chosen.add(Item.REPLICATION_PRIVILEGE, () -> new ReplicationPrivilegeCheckV8(instance));
        if (instance.part().onlineDdl()) {
            chosen.add(Item.ONLINE_DDL, () -> new OnlineDdlCheck(instance));
        }
        chosen.add(Item.BINLOG_DB, () -> new BinlogSchemasCheck(instance));
    }

    private void ofShards(Chosen chosen) {
        ShardMode shardMode = instances.get(0).part().shardMode();
        if (shardMode == ShardMode.NONE) {
            return;
        }
        for (ShardGroup group : ShardGroup.of(instances)) {
            chosen.add(
                    Item.SCHEMA_OF_SHARD_TABLES,
                    () -> shardMode == ShardMode.PESSIMISTIC
                            ? new ShardingCheckV8(group)
                            : new OptimisticShardingCheck(group));
        }
    }

    /** Adds the checks of those items that are not ignored. */
    private record Chosen(Set<Item> items, List<Check> checks) {

        void add(Item item, Supplier<Check> check) {
            if (items.contains(item)) {
                checks.add(check.get());
            }
        }

        void addSetting(Item item, ServerSetting setting, Instance instance) {
            add(item, () -> new SettingCheck(setting, instance, Generation.V8));
        }
    }
}
