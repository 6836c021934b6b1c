package dev.dmock.task.check;

import dev.dmock.space.Generation;
import dev.dmock.task.config.BinlogStart;
import dev.dmock.world.database.BinlogFile;
import dev.dmock.world.database.GtidSet;
import dev.dmock.world.database.Session;
import dev.dmock.world.sql.DatabaseException;
import java.util.Optional;

/**
 * Whether the server sends binlog from where an incremental task is to start (v8). A position inside of an event is not
 * noticed.
 */
record MetaPositionCheck(Instance instance, BinlogStart start) implements Check {

    private static final String REFUSED = "ERROR 1236 (HY000): ";
    private static final long FIRST_POSITION = 4;

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
        if (!logs(upstream)) {
            return Optional.of(REFUSED + "Binary log is not open");
        }
        long known = GtidSet.parse(start.gtid())
                .map(set -> set.withoutGap(upstream.server().uuid()))
                .orElse(0L);
        return known < upstream.server().binlog().purged()
                ? Optional.of(REFUSED
                        + "The slave is connecting using CHANGE MASTER TO MASTER_AUTO_POSITION = 1, but the master has"
                        + " purged binary logs containing GTIDs that the slave requires.")
                : Optional.empty();
    }

    private Optional<String> problemOfPosition(Session upstream) {
        if (!logs(upstream)) {
            return Optional.of(REFUSED + "Binary log is not open");
        }
        Optional<BinlogFile> file = upstream.server().binlog().files().stream()
                .filter(f -> f.name().equals(start.file()))
                .findFirst();
        if (file.isEmpty()) {
            return Optional.of(REFUSED + "Could not find first log file name in binary log index file");
        }
        long position = Math.max(start.position(), FIRST_POSITION);
        return position <= file.get().end()
                ? Optional.empty()
                : Optional.of(REFUSED
                        + "Client requested master to start replication from position > file size; the first event '%1$s'"
                                .formatted(start.file())
                        + " at %2$d, the last event read from './%1$s' at 4, the last byte read from './%1$s' at 4."
                                .formatted(start.file(), position));
    }

    private static boolean logs(Session upstream) {
        return upstream.variable("log_bin").equalsIgnoreCase("ON");
    }
}
