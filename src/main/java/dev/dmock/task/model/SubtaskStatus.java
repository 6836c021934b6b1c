package dev.dmock.task.model;

import dev.dmock.error.DmError;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a subtask looks like at one moment.
 *
 * @param worker the worker that has it; empty if none has
 * @param unit the name of the unit at work: one of the three is given, unless there is none
 * @param error what its unit failed of
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

    /** Progress of the load unit in bytes, and where the binlog stood when the data was taken. */
    public record Load(long finishedBytes, long totalBytes, String metaBinlog, String metaGtid) {

        /** The share that is done, such as {@code 50.00 %}. */
        public String progress() {
            double share = totalBytes == 0 ? (finishedBytes == 0 ? 0 : 100) : 100.0 * finishedBytes / totalBytes;
            return String.format(Locale.ROOT, "%.2f %%", share);
        }
    }

    /** How far the sync unit is, and what it waits for. */
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

    /** Tables that are merged into one, of which only some have a DDL. */
    public record Group(
            String target, List<String> ddls, String firstLocation, List<String> synced, List<String> unsynced) {}
}
