package dev.dmock.task.check;

import dev.dmock.task.check.instance.CheckedInstance;
import dev.dmock.task.check.model.Check;
import dev.dmock.task.check.model.ServerSetting;
import dev.dmock.task.check.privilege.DumpPrivilegeCheckV8;
import dev.dmock.task.check.privilege.PrivilegeCheckV5;
import dev.dmock.task.check.privilege.ReplicationPrivilegeCheckV8;
import dev.dmock.task.check.privilege.TargetPrivilegeCheck;
import dev.dmock.task.check.server.BinlogSchemasCheck;
import dev.dmock.task.check.server.ConnectionsCheck;
import dev.dmock.task.check.server.MetaPositionCheck;
import dev.dmock.task.check.server.SettingCheck;
import dev.dmock.task.check.server.VersionCheck;
import dev.dmock.task.check.shard.OptimisticShardingCheck;
import dev.dmock.task.check.shard.ShardGroup;
import dev.dmock.task.check.shard.ShardingCheckV5;
import dev.dmock.task.check.shard.ShardingCheckV8;
import dev.dmock.task.check.table.OnlineDdlCheck;
import dev.dmock.task.check.table.TableStructureCheckV5;
import dev.dmock.task.check.table.TableStructureCheckV8;
import dev.dmock.task.config.ShardMode;
import dev.dmock.task.config.TaskMode;
import dev.dmock.version.Generation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Which checks are made, in the order that numbers them: verified against v5.3.0 and v8.1.0. */
final class CheckList {

    private final List<CheckedInstance> instances;
    private final TaskMode mode;
    private final boolean instructing;
    private final List<Check> checks = new ArrayList<>();

    private CheckList(List<CheckedInstance> instances, boolean instructing) {
        this.instances = instances;
        this.instructing = instructing;
        this.mode = instances.get(0).part().mode();
    }

    /** v5.3: source by source, then the tables that are merged, with or without a shard mode. */
    static List<Check> v5(List<CheckedInstance> instances) {
        CheckList list = new CheckList(instances, false);
        instances.forEach(list::ofSourceV5);
        ShardGroup.of(instances).forEach(group -> list.checks.add(new ShardingCheckV5(group)));
        return list.checks;
    }

    private void ofSourceV5(CheckedInstance instance) {
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
    static List<Check> v8(
            List<CheckedInstance> instances, Set<CheckingItem> items, boolean instructing, boolean fresh) {
        CheckList list = new CheckList(instances, instructing);
        if (list.mode.copies() && items.contains(CheckingItem.CONN_NUMBER)) {
            instances.forEach(instance -> list.checks.add(ConnectionsCheck.ofDumper(instance)));
            list.checks.add(ConnectionsCheck.ofLoader(instances));
        }
        Chosen chosen = new Chosen(items, list.checks);
        chosen.add(CheckingItem.TARGET_PRIVILEGE, () -> new TargetPrivilegeCheck(instances.get(0)));
        instances.forEach(instance -> list.ofSourceV8(instance, chosen));
        chosen.add(CheckingItem.TABLE_SCHEMA, () -> new TableStructureCheckV8(instances));
        if (fresh && list.mode.copies()) {
            list.ofShards(chosen);
        }
        return list.checks;
    }

    private void ofSourceV8(CheckedInstance instance, Chosen chosen) {
        chosen.add(CheckingItem.VERSION, () -> new VersionCheck(instance, Generation.V8));
        if (mode.copies()) {
            chosen.add(CheckingItem.DUMP_PRIVILEGE, () -> new DumpPrivilegeCheckV8(instance));
        } else {
            MetaPositionCheck.of(instance, instructing)
                    .ifPresent(check -> chosen.add(CheckingItem.META_POSITION, () -> check));
        }
        if (!mode.follows()) {
            return;
        }
        chosen.addSetting(CheckingItem.SERVER_ID, ServerSetting.SERVER_ID, instance);
        chosen.addSetting(CheckingItem.BINLOG_ENABLE, ServerSetting.BINLOG_ENABLE, instance);
        chosen.addSetting(CheckingItem.BINLOG_FORMAT, ServerSetting.BINLOG_FORMAT, instance);
        chosen.addSetting(CheckingItem.BINLOG_ROW_IMAGE, ServerSetting.BINLOG_ROW_IMAGE, instance);
        chosen.add(CheckingItem.REPLICATION_PRIVILEGE, () -> new ReplicationPrivilegeCheckV8(instance));
        if (instance.part().onlineDdl()) {
            chosen.add(CheckingItem.ONLINE_DDL, () -> new OnlineDdlCheck(instance));
        }
        chosen.add(CheckingItem.BINLOG_DB, () -> new BinlogSchemasCheck(instance));
    }

    private void ofShards(Chosen chosen) {
        ShardMode shardMode = instances.get(0).part().shardMode();
        if (shardMode == ShardMode.NONE) {
            return;
        }
        for (ShardGroup group : ShardGroup.of(instances)) {
            chosen.add(
                    CheckingItem.SCHEMA_OF_SHARD_TABLES,
                    () -> shardMode == ShardMode.PESSIMISTIC
                            ? new ShardingCheckV8(group)
                            : new OptimisticShardingCheck(group));
        }
    }

    /** Adds the checks of those items that are not ignored. */
    private record Chosen(Set<CheckingItem> items, List<Check> checks) {

        void add(CheckingItem item, Supplier<Check> check) {
            if (items.contains(item)) {
                checks.add(check.get());
            }
        }

        void addSetting(CheckingItem item, ServerSetting setting, CheckedInstance instance) {
            add(item, () -> new SettingCheck(setting, instance, Generation.V8));
        }
    }
}
