package dev.dmock.task.check;

import dev.dmock.space.Generation;
import dev.dmock.task.config.BinlogStart;
import dev.dmock.world.database.BinlogDump;
import dev.dmock.world.database.BinlogPosition;
import dev.dmock.world.database.GtidText;
import dev.dmock.world.database.Session;
import dev.dmock.world.sql.DatabaseException;
import java.util.Optional;

/**
 * Whether the server sends binlog from where an incremental task is to start (v8).
 */
record MetaPositionCheck(Instance instance, BinlogStart start) implements Check {

    /** The check, unless the task says nothing that could be checked, or relay log is read instead. */
    static Optional<Check> of(Instance instance) {
        BinlogStart start = instance.part().start();
        if (start == null || instance.relayed()) {
            return Optional.empty();
        }
        boolean says = !start.file().isEmpty()
                || (instance.source().enableGtid() && !start.gtid().isEmpty());
        return says ? Optional.of(new MetaPositionCheck(instance, start)) : Optional.empty();
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
    public Verdict run() {
        Session upstream = instance.upstream();
        try {
            upstream.requireGlobal("REPLICATION SLAVE");
        } catch (DatabaseException e) {
            return Verdict.failed(
                            "Message: fail to get random server id for relay reader: database driver error, RawCause: "
                                    + e.error().text(Generation.V8))
                    .instructing("Please check the database connection and the database config in configuration file.");
        }
        Optional<String> problem =
                instance.source().enableGtid() ? problemOfGtid(upstream) : problemOfPosition(upstream);
        return problem.map(Verdict::failed).orElse(Verdict.PASSED);
    }

    private Optional<String> problemOfGtid(Session upstream) {
        Optional<String> unreadable = GtidText.problem(start.gtid());
        if (unreadable.isPresent()) {
            return unreadable;
        }
        return BinlogDump.refusal(upstream, start.gtid());
    }

    private Optional<String> problemOfPosition(Session upstream) {
        return BinlogDump.refusal(upstream, new BinlogPosition(start.file(), start.position()));
    }
}
