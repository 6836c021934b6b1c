package dev.dmock.task.model;

import dev.dmock.error.DmError;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of a subtask's status.
 *
 * @param worker the worker that runs it; empty if none does
 * @param unit the name of the current unit; exactly one of the three progress records is set, unless there is no unit
 * @param error the error that its unit failed with
 */
public record SubtaskStatus(
        String task,
        String source,
        String worker,
        Stage stage,
        String unit,
        @Nullable Dump dump,
        @Nullable Load load,
        @Nullable Sync sync,
        @Nullable DmError error) {

    /** Progress of the dump unit; rows and bytes are 0 before it began. */
    public record Dump(long totalTables, long completedTables, long finishedBytes, long finishedRows, long totalRows) {}

    /** Progress of the load unit in bytes, and the binlog position of the dump. */
    public record Load(long finishedBytes, long totalBytes, String metaBinlog, String metaGtid) {

        /** Returns the completed share, such as {@code 50.00 %}. */
        public String progress() {
            double share = totalBytes == 0 ? (finishedBytes == 0 ? 0 : 100) : 100.0 * finishedBytes / totalBytes;
            return String.format(Locale.ROOT, "%.2f %%", share);
        }
    }

    /** Progress of the sync unit, and the DDLs that block it. */
    public record Sync(
            long totalEvents,
            long totalTps,
            long recentTps,
            String masterBinlog,
            String masterGtid,
            String syncerBinlog,
            String syncerGtid,
            List<String> blockingDdls,
            List<Group> groups,
            boolean synced,
            boolean relayed,
            long secondsBehindMaster) {}

    /** Shards of one target, of which only some have reached a DDL. */
    public record Group(
            String target, List<String> ddls, String firstLocation, List<String> synced, List<String> unsynced) {}
}
