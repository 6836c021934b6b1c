package dev.dmock.task.check.server;

import dev.dmock.sql.token.DatabaseException;
import dev.dmock.task.check.instance.CheckedInstance;
import dev.dmock.task.check.model.Check;
import dev.dmock.task.check.model.CheckResult;
import dev.dmock.task.config.BinlogStart;
import dev.dmock.version.Generation;
import dev.dmock.world.database.BinlogDump;
import dev.dmock.world.database.DatabaseSession;
import dev.dmock.world.database.model.BinlogPosition;
import dev.dmock.world.database.model.GtidText;
import java.util.Optional;

/**
 * Whether the server sends binlog from where an incremental task is to start (v8).
 *
 * @param instructs whether it says what to do
 */
public record MetaPositionCheck(CheckedInstance instance, BinlogStart start, boolean instructs) implements Check {

    public static final String CHECK_POSITION =
            "you should make sure your meta's binlog position is valid and not purged, and the"
                    + " user has REPLICATION SLAVE privilege";
    private static final String CHECK_FORMAT =
            "you should check your BinlogGTID's format, it should be any combination of"
                    + " single GTIDs and ranges of GTID, see"
                    + " https://dev.mysql.com/doc/refman/8.0/en/replication-gtids-concepts.html";

    /** The check, unless the task says nothing that could be checked, or relay log is read instead. */
    public static Optional<Check> of(CheckedInstance instance, boolean instructs) {
        BinlogStart start = instance.part().start();
        if (start == null || instance.relayed()) {
            return Optional.empty();
        }
        boolean says = !start.file().isEmpty()
                || (instance.source().enableGtid() && !start.gtid().isEmpty());
        return says ? Optional.of(new MetaPositionCheck(instance, start, instructs)) : Optional.empty();
    }

    @Override
    public String name() {
        return "meta position check";
    }

    @Override
    public String description() {
        return "check whether meta position is valid for db";
    }

    @Override
    public String extra() {
        return instance.place();
    }

    @Override
    public CheckResult run() {
        DatabaseSession upstream = instance.upstream();
        try {
            upstream.requireGlobal("REPLICATION SLAVE");
        } catch (DatabaseException e) {
            return CheckResult.failed(
                            "Message: fail to get random server id for relay reader: database driver error, RawCause: "
                                    + e.error().text(Generation.V8))
                    .instructing("Please check the database connection and the database config in configuration file.");
        }
        boolean byGtid = instance.source().enableGtid();
        Optional<String> unreadable = byGtid ? GtidText.problem(start.gtid()) : Optional.empty();
        if (unreadable.isPresent()) {
            return failed(unreadable.get(), CHECK_FORMAT);
        }
        Optional<String> refused = byGtid
                ? BinlogDump.refusal(upstream, start.gtid())
                : BinlogDump.refusal(upstream, new BinlogPosition(start.file(), start.position()));
        return refused.map(text -> failed(text, CHECK_POSITION)).orElse(CheckResult.PASSED);
    }

    private CheckResult failed(String text, String instruction) {
        CheckResult failed = CheckResult.failed(text);
        return instructs ? failed.instructing(instruction) : failed;
    }
}
