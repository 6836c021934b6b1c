package dev.dmock.space;

import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.DueHandler;
import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;
import dev.dmock.space.fact.Kinds;
import dev.dmock.space.fact.Pace;
import dev.dmock.space.fact.Simulation;
import dev.dmock.space.fact.SpaceSettings;
import dev.dmock.space.fact.TimelineEntry;
import dev.dmock.space.snapshot.SnapshotDocument;
import dev.dmock.space.snapshot.SnapshotStore;
import dev.dmock.space.snapshot.Snapshots;
import dev.dmock.space.store.CommitQueue;
import dev.dmock.space.store.SpaceStore;
import dev.dmock.space.store.StorageProperties;
import dev.dmock.space.wait.ConditionWaiter;
import dev.dmock.time.MachineTime;
import dev.dmock.time.SpaceClock;
import dev.dmock.version.ApiVersion;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Spaces on a database of their own, with records that count how often an alarm went off. */
public final class SpaceServer implements AutoCloseable {

    /** Something that happens once, at an instant. */
    public record Alarm(String name, @Nullable Instant due, int rung) {

        public static final Kind<Alarm> KIND = new Kind<>("alarm", Alarm.class, a -> Key.of(a.name), Alarm::due);
    }

    /** Rings. */
    private static final class Bell implements DueHandler<Alarm> {

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
    final SpaceChangeNotifier bells = new SpaceChangeNotifier();
    public final Spaces spaces;
    public final ConditionWaiter watch;
    public final Snapshots snapshots;

    public SpaceServer(int inMemory) {
        this(Database.H2, inMemory);
    }

    public SpaceServer(Database kept, int inMemory) {
        this(kept.open(), inMemory);
    }

    /** One of several on a database. */
    public SpaceServer(Database.Open database, int inMemory) {
        this.database = database;
        JdbcClient jdbc = JdbcClient.create(database.source());
        TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(database.source()));
        CommitQueue queue = new CommitQueue();
        List<Kinds> kinds = List.of(Kinds.of(SpaceSettings.KIND, TimelineEntry.KIND, Alarm.KIND));
        StorageProperties storage = database.storage();
        MachineTime machine = new MachineTime();
        SpaceInitializer genesis = (draft, name) -> begin(draft);
        spaces = new Spaces(
                new SpaceStore(jdbc, transaction, queue, kinds, storage),
                new Simulation(List.of(new Bell())),
                machine,
                genesis,
                bells,
                inMemory);
        watch = new ConditionWaiter(spaces, bells, machine, storage);
        snapshots = new Snapshots(
                spaces, new SnapshotStore(jdbc, transaction, queue), new SnapshotDocument(kinds, List.of()));
    }

    static void begin(Draft draft) {
        draft.put(SpaceSettings.KIND, new SpaceSettings(ApiVersion.DOCS, Pace.REAL, SpaceClock.RUNNING, 0, "{}"));
    }

    public static void freeze(Draft draft) {
        draft.change(SpaceSettings.KIND, s -> s.withClock(s.clock().freeze(draft.machine())), "");
    }

    public static int rung(Draft draft, String name) {
        return draft.find(Alarm.KIND, name).map(Alarm::rung).orElse(0);
    }

    @Override
    public void close() {
        database.close();
    }
}
