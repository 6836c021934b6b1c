package dev.dmock.task.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.task.model.SubtaskStatus;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How far the sync unit is; what there is none of is null. */
public record SyncView(
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

    public static SyncView of(SubtaskStatus.Sync sync) {
        return new SyncView(
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

    /** Tables that are merged into one, of which only some have a DDL. */
    public record Group(
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
