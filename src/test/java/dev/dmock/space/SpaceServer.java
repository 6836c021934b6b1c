package dev.dmock.space;

import dev.dmock.time.MachineTime;
import dev.dmock.time.SpaceClock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Spaces on a database of their own, with records that count how often an alarm went off. */
final class SpaceServer implements AutoCloseable {

    /** Something that happens once, at an instant. */
    record Alarm(String name, @Nullable Instant due, int rung) {

        static final Kind<Alarm> KIND = new Kind<>("alarm", Alarm.class, a -> Key.of(a.name), Alarm::due);
    }

    /** Rings. */
    private static final class Bell implements Behaviour<Alarm> {

        @Override
        public Kind<Alarm> kind() {
            return Alarm.KIND;
        }

        @Override
        public void happen(Draft draft, Alarm subject) {
            draft.put(Alarm.KIND, new Alarm(subject.name, null, subject.rung + 1));
        }
    }

    private final Database.Open database;
    final Bells bells = new Bells();
    final Spaces spaces;
    final Watch watch;
    final Snapshots snapshots;

    SpaceServer(int inMemory) {
        this(Database.H2, inMemory);
    }

    SpaceServer(Database kept, int inMemory) {
        this(kept.open(), inMemory);
    }

    /** One of several on a database. */
    SpaceServer(Database.Open database, int inMemory) {
        this.database = database;
        JdbcClient jdbc = JdbcClient.create(database.source());
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database.source()));
        CommitQueue queue = new CommitQueue();
        List<Kinds> kinds = List.of(Kinds.of(Settings.KIND, Note.KIND, Alarm.KIND));
        Storage storage = database.storage();
        MachineTime machine = new MachineTime();
        Genesis genesis = (draft, name) -> begin(draft);
        spaces = new Spaces(
                new SpaceStore(jdbc, transaction, queue, kinds, storage),
                new Simulation(List.of(new Bell())),
                machine,
                genesis,
                bells,
                inMemory);
        watch = new Watch(spaces, bells, machine, storage);
        snapshots = new Snapshots(
                spaces, new SnapshotStore(jdbc, transaction, queue), new SnapshotDocument(kinds, List.of()));
    }

    static void begin(Draft draft) {
        draft.put(Settings.KIND, new Settings(ApiVersion.DOCS, Pace.REAL, SpaceClock.RUNNING, 0, "{}"));
    }

    static void freeze(Draft draft) {
        draft.change(Settings.KIND, s -> s.withClock(s.clock().freeze(draft.machine())), "");
    }

    static int rung(Draft draft, String name) {
        return draft.find(Alarm.KIND, name).map(Alarm::rung).orElse(0);
    }

    @Override
    public void close() {
        database.close();
    }
}
