package dev.dmock.task.unit;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.error.DmException;
import dev.dmock.source.Source;
import dev.dmock.source.TlsChecks;
import dev.dmock.space.fact.Draft;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.task.config.BinlogStart;
import dev.dmock.task.config.SubtaskConfig;
import dev.dmock.task.config.TargetDatabase;
import dev.dmock.task.config.TaskMode;
import dev.dmock.task.model.Subtask;
import dev.dmock.version.Trait;
import dev.dmock.world.database.AssumedBinlog;
import dev.dmock.world.database.DatabaseSession;
import dev.dmock.world.database.Databases;
import dev.dmock.world.database.model.Role;
import org.springframework.stereotype.Component;

/** The connections of a subtask's units to the upstream of its source and the target of its task. */
@Component
public class UnitConnections {

    private static final String MASTER = "dm-master";
    private static final String DOWNSTREAM = "downstream";

    private final Databases databases;

    UnitConnections(Databases databases) {
        this.databases = databases;
    }

    public DatabaseSession upstream(Draft draft, Subtask subtask) {
        Source source = draft.get(Source.KIND, subtask.source());
        try {
            return databases.connect(
                    draft, Role.UPSTREAM, source.host(), source.port(), source.user(), source.password());
        } catch (DatabaseException e) {
            throw new UnitFailure(driverError(draft, e).withScope("upstream"));
        }
    }

    public DatabaseSession downstream(Draft draft, Subtask subtask) {
        try {
            return connect(draft, subtask.config().target());
        } catch (DatabaseException e) {
            throw new UnitFailure(driverError(draft, e).withScope(DOWNSTREAM));
        }
    }

    /** Returns the sync unit's open connection; a lost target shows only when the connection is used. */
    public DatabaseSession connected(Draft draft, Subtask subtask) {
        TargetDatabase target = subtask.config().target();
        try {
            return databases.connected(
                    draft, Role.DOWNSTREAM, target.host(), target.port(), target.user(), target.password());
        } catch (DatabaseException e) {
            throw new UnitFailure(driverError(draft, e).withScope(DOWNSTREAM));
        }
    }

    /** Fails if the target of an open connection is lost. */
    public static void requireTarget(Draft draft, Subtask subtask) {
        TargetDatabase target = subtask.config().target();
        if (Databases.isAway(draft, target.host(), target.port())) {
            throw new UnitFailure(
                    DmError.of(DmCode.DB_BAD_CONN).withScope(DOWNSTREAM).causedBy("driver: bad connection"));
        }
    }

    /**
     * Checks that the target of a task is reachable.
     *
     * @return the connection, with the task's account
     * @throws dev.dmock.error.DmException 11112 for TLS material, 10001 for the connection
     */
    public DatabaseSession checkTarget(Draft draft, TargetDatabase target) {
        boolean v8 = draft.has(Trait.SQL_STATES);
        try {
            TlsChecks.check(draft, target.security());
        } catch (DmException e) {
            throw v8 ? e : e.error().withClass(MASTER).asException();
        }
        try {
            return connect(draft, target);
        } catch (DatabaseException e) {
            DmError error = driverError(draft, e);
            throw (v8 ? error.withScope(DOWNSTREAM) : error.withClass(MASTER)).asException();
        }
    }

    private DatabaseSession connect(Draft draft, TargetDatabase target) {
        if (TlsChecks.wanted(draft, target.security())) {
            databases.beginTls(draft, Role.DOWNSTREAM, target.host(), target.port());
        }
        return databases.connect(
                draft, Role.DOWNSTREAM, target.host(), target.port(), target.user(), target.password());
    }

    /**
     * Adds the binlog position that a subtask without a dump starts from to the upstream, where any address is
     * reachable.
     */
    public void assumeBinlog(Draft draft, SubtaskConfig subtask) {
        BinlogStart start = subtask.start();
        if (start != null && subtask.mode() == TaskMode.INCREMENTAL) {
            Source source = draft.get(Source.KIND, subtask.source());
            String address = Databases.address(source.host(), source.port());
            AssumedBinlog.provide(draft, address, start.file(), start.position(), start.gtid());
        }
    }

    /** Tells whether the upstream of a source has case-sensitive table names. */
    public boolean caseSensitive(Draft draft, String source) {
        return "0".equals(upstreamUnchecked(draft, source).variable("lower_case_table_names"));
    }

    /** Connects to the upstream as its administrator, without checking the source's account. */
    public DatabaseSession upstreamUnchecked(Draft draft, String sourceName) {
        Source source = draft.get(Source.KIND, sourceName);
        return databases
                .administer(draft, Role.UPSTREAM, Databases.address(source.host(), source.port()))
                .orElseThrow(() -> new IllegalStateException("nothing listens at the upstream of " + sourceName));
    }

    static DmError driverError(Draft draft, DatabaseException e) {
        return DmError.of(DmCode.DB_DRIVER_ERROR).causedBy(text(draft, e));
    }

    public static String text(Draft draft, DatabaseException e) {
        return e.error().text(draft.settings().api().generation());
    }
}
