package dev.dmock.fault;

import dev.dmock.space.fact.Draft;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.model.Subtask;
import dev.dmock.task.unit.UnitFaults;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Applies armed faults to the units of subtasks. */
@Component
class ArmedUnitFaults implements UnitFaults {

    private final Strikes strikes;

    ArmedUnitFaults(Strikes strikes) {
        this.strikes = strikes;
    }

    @Override
    public Optional<String> strike(Draft draft, Subtask subtask, Trouble trouble, @Nullable TableName table) {
        String name = table == null ? null : table.schema() + "." + table.table();
        return strikes.strike(draft, of(trouble), armed -> armed.covers(subtask) && armed.fits(FaultScope.TABLE, name))
                .map(armed -> armed.text("message"));
    }

    private static Fault of(Trouble trouble) {
        return switch (trouble) {
            case DISK_FULL -> Fault.DISK_FULL;
            case BINLOG_PURGED -> Fault.BINLOG_PURGED;
            case GTID_MISMATCH -> Fault.GTID_MISMATCH;
            case DUPLICATE_IN_LOAD -> Fault.DUPLICATE_ENTRY_IN_LOAD;
            case DUPLICATE_IN_SYNC -> Fault.DUPLICATE_ENTRY_IN_SYNC;
            case UNSUPPORTED_DDL -> Fault.UNSUPPORTED_DDL;
            case SHARD_CONFLICT -> Fault.SHARD_DDL_CONFLICT;
        };
    }

    @Override
    public Duration lag(Draft draft, Subtask subtask) {
        Fault slow = switch (subtask.unit()) {
            case DUMP -> Fault.SLOW_DUMP;
            case LOAD -> Fault.SLOW_LOAD;
            case SYNC -> Fault.SLOW_SYNC;
        };
        return strikes.active(draft, slow, armed -> armed.covers(subtask)).stream()
                .map(armed -> armed.duration("lag"))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }
}
