package dev.dmock.task.web.v5;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.task.SubtaskStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a subtask is; there is no error text in this generation, and nothing is said about a dump. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SubtaskStatusV5(
        @JsonProperty("name") String task,
        @JsonProperty("source_name") String source,
        @JsonProperty("worker_name") String worker,
        @JsonProperty("stage") String stage,
        @JsonProperty("unit") String unit,
        @JsonProperty("unresolved_ddl_lock_id") String lock,
        @JsonProperty("load_status") @Nullable Load load,
        @JsonProperty("sync_status") @Nullable Sync sync) {

    static SubtaskStatusV5 of(SubtaskStatus status) {
        return new SubtaskStatusV5(
                status.task(),
                status.source(),
                status.worker(),
                status.stage().label(),
                status.unit().label(),
                "",
                status.load() == null ? null : Load.of(status.load()),
                status.sync() == null ? null : Sync.of(status.sync()));
    }

    /** Progress of the load unit. */
    record Load(
            @JsonProperty("finished_bytes") long finishedBytes,
            @JsonProperty("total_bytes") long totalBytes,
            @JsonProperty("progress") String progress,
            @JsonProperty("meta_binlog") String metaBinlog,
            @JsonProperty("meta_binlog_gtid") String metaGtid) {

        static Load of(SubtaskStatus.Load load) {
            return new Load(
                    load.finishedBytes(), load.totalBytes(), load.progress(), load.metaBinlog(), load.metaGtid());
        }
    }

    /** How far the sync unit is; what there is none of is null. */
    record Sync(
            @JsonProperty("total_events") long totalEvents,
            @JsonProperty("total_tps") long totalTps,
            @JsonProperty("recent_tps") long recentTps,
            @JsonProperty("master_binlog") String masterBinlog,
            @JsonProperty("master_binlog_gtid") String masterGtid,
            @JsonProperty("syncer_binlog") String syncerBinlog,
            @JsonProperty("syncer_binlog_gtid") String syncerGtid,
            @JsonProperty("blocking_ddls") @Nullable List<String> blockingDdls,
            @JsonProperty("unresolved_groups") @Nullable List<Group> groups,
            @JsonProperty("synced") boolean synced,
            @JsonProperty("binlog_type") String binlogType,
            @JsonProperty("seconds_behind_master") long secondsBehindMaster) {

        static Sync of(SubtaskStatus.Sync sync) {
            return new Sync(
                    sync.totalEvents(),
                    sync.totalTps(),
                    sync.recentTps(),
                    sync.masterBinlog(),
                    sync.masterGtid(),
                    sync.syncerBinlog(),
                    sync.syncerGtid(),
                    orNull(sync.blockingDdls()),
                    orNull(sync.groups().stream().map(Group::of).toList()),
                    sync.synced(),
                    sync.relayed() ? "local" : "remote",
                    sync.secondsBehindMaster());
        }
    }

    /** Tables that are merged into one, of which only some have a DDL. */
    record Group(
            @JsonProperty("target") String target,
            @JsonProperty("ddl_list") @Nullable List<String> ddls,
            @JsonProperty("first_location") String firstLocation,
            @JsonProperty("synced") @Nullable List<String> synced,
            @JsonProperty("unsynced") @Nullable List<String> unsynced) {

        static Group of(SubtaskStatus.Group group) {
            return new Group(
                    group.target(),
                    orNull(group.ddls()),
                    group.firstLocation(),
                    orNull(group.synced()),
                    orNull(group.unsynced()));
        }
    }

    private static <T> @Nullable List<T> orNull(List<T> list) {
        return list.isEmpty() ? null : list;
    }
}
