package dev.dmock.cluster;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a worker's task checker does about units that failed: resumes them by itself, later each time, unless it knows
 * the error to be one that does not go away. Its lists were read in the source of v5.3.0 and v8.1.0.
 */
public final class TaskChecker {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration MAX_PAUSE = Duration.ofMinutes(5);

    /** Errors of units that have to be looked into: of dumping, loading, the order of shard DDL, missing columns. */
    private static final Set<DmCode> LASTING = Set.of(
            DmCode.DUMP_UNIT_RUNTIME,
            DmCode.DUMP_UNIT_GLOBAL_LOCK,
            DmCode.LOAD_LIGHTNING_RUNTIME,
            DmCode.LOAD_LIGHTNING_HAS_DUP,
            DmCode.LOAD_LIGHTNING_CHECKSUM,
            DmCode.SYNC_UNIT_DDL_WRONG_SEQUENCE,
            DmCode.SYNCER_UNIT_DML_COLUMN_NOT_MATCH);

    /** What databases say of statements that they will refuse again, in lower case. */
    private static final List<String> REFUSED_FOR_GOOD = List.of(
            "error 1062",
            "error 1406",
            "error 1366",
            "error 8025",
            "error 1059",
            "error 1117",
            "error 1069",
            "can't drop column with index",
            "with tidb_enable_change_multi_schema is disable",
            "unsupported add column",
            "unsupported modify column",
            "unsupported modify charset",
            "unsupported modify collate",
            "unsupported drop integer primary key",
            "unsupported collation",
            "invalid default value for",
            "unsupported drop primary key",
            "could not find first log file name in binary log index file",
            "the master has purged binary logs containing gtids that the slave requires");

    private TaskChecker() {}

    /** Whether a unit that failed of this is resumed; only the cause counts, not the message. */
    public static boolean resumes(DmError error) {
        String cause = error.cause() == null ? "" : error.cause().toLowerCase(Locale.ROOT);
        return !DmCode.isAny(error.code(), LASTING) && REFUSED_FOR_GOOD.stream().noneMatch(cause::contains);
    }

    /** The back-off before a failed unit is resumed; it doubles with each consecutive failure. */
    public static Duration pauseAfter(int failures) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 10));
        return pause.compareTo(MAX_PAUSE) > 0 ? MAX_PAUSE : pause;
    }
}
