package dev.dmock.task;

import dev.dmock.source.Source;
import dev.dmock.source.SourceTasks;
import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.Pace;
import dev.dmock.task.config.TargetDatabase;
import dev.dmock.task.model.Stage;
import dev.dmock.task.model.Subtask;
import dev.dmock.task.model.SubtaskTimeline;
import dev.dmock.task.model.Unit;
import dev.dmock.task.model.UnitDurations;
import dev.dmock.task.sync.SyncUnit;
import dev.dmock.task.unit.SchemaTracker;
import dev.dmock.version.Generation;
import dev.dmock.world.ServerListener;
import dev.dmock.world.database.Databases;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** What becomes of subtasks when something happens to their source, its worker or its upstream. */
@Component
class SourceSubtasks implements SourceTasks, ServerListener {

    private final Subtasks subtasks;
    private final SyncUnit sync;
    private final SchemaTracker tracker;

    SourceSubtasks(Subtasks subtasks, SyncUnit sync, SchemaTracker tracker) {
        this.subtasks = subtasks;
        this.sync = sync;
        this.tracker = tracker;
    }

    @Override
    public List<String> on(Draft draft, String source) {
        return names(draft, source, s -> true);
    }

    @Override
    public List<String> meantToRun(Draft draft, String source) {
        return names(draft, source, Subtask::meantToRun);
    }

    @Override
    public List<String> beforeSync(Draft draft, String source) {
        return names(draft, source, s -> s.unit() != Unit.SYNC);
    }

    @Override
    public List<String> neverStarted(Draft draft, String source) {
        return names(draft, source, s -> s.stage() == Stage.STOPPED);
    }

    @Override
    public List<String> paused(Draft draft, String source) {
        return names(draft, source, s -> s.stage() == Stage.PAUSED);
    }

    private List<String> names(Draft draft, String source, Predicate<Subtask> which) {
        return subtasks.on(draft, source).stream()
                .filter(which)
                .map(Subtask::task)
                .toList();
    }

    @Override
    public void removeFrom(Draft draft, String source) {
        subtasks.on(draft, source).forEach(s -> subtasks.remove(draft, s));
    }

    @Override
    public void runAll(Draft draft, String source, boolean run) {
        for (Subtask subtask : subtasks.on(draft, source)) {
            if (run) {
                subtasks.run(draft, subtask);
            } else {
                subtasks.halt(draft, subtask);
            }
        }
    }

    @Override
    public Optional<String> loadingWorker(Draft draft, String source) {
        return subtasks.on(draft, source).stream()
                .filter(s -> s.unit() == Unit.LOAD && !s.full().loaded())
                .flatMap(s -> Optional.ofNullable(s.full().holder()).stream())
                .findFirst();
    }

    @Override
    public void bound(Draft draft, String source, String worker) {
        for (Subtask subtask : subtasks.on(draft, source)) {
            Subtask moved = filesLost(subtask, worker) ? subtasks.startOver(draft, subtask) : subtask;
            SubtaskTimeline.changed(
                    draft,
                    subtask,
                    moved,
                    "the dump files are on " + subtask.full().holder());
            boolean stays = worker.equals(subtask.worker());
            moved = moved.withWorker(worker);
            moved = remade(draft, stays ? moved : moved.withMadeAt(null).upToDate());
            tracker.moved(draft, moved);
            boolean goesOn = moved.meantToRun() && moved.stage() != Stage.FINISHED;
            if (goesOn && moved.stage() == Stage.RUNNING) {
                moved = sync.fromCheckpoint(draft, moved);
            }
            draft.put(Subtask.KIND, moved.withDue(draft.after(UnitDurations.PICK_UP)));
        }
    }

    /** A subtask that is not to run has the stage that DM-master expects of it, whatever it was at its last worker. */
    private static Subtask remade(Draft draft, Subtask subtask) {
        if (subtask.meantToRun()) {
            return subtask;
        }
        boolean stops = draft.settings().api().generation() == Generation.V8;
        return subtask.standing(stops ? Stage.STOPPED : Stage.PAUSED);
    }

    /** Files of a dump that is not done are on the worker that dumped; another one has to begin again. */
    private static boolean filesLost(Subtask subtask, String worker) {
        boolean unfinished = subtask.unit() == Unit.DUMP && !subtask.full().loaded();
        String holder = subtask.full().holder();
        return unfinished && holder != null && !holder.equals(worker);
    }

    @Override
    public void unbound(Draft draft, String source) {
        for (Subtask subtask : subtasks.on(draft, source)) {
            Subtask still = subtask.withWorker(null).withDue(null);
            draft.put(Subtask.KIND, still.withFull(still.full().resting()));
        }
    }

    /**
     * Lets the sync units that read from a server read on. At instant pace, where nothing is tried again by itself, what
     * failed with the server is tried again now; at others the task checker comes when its time has come.
     */
    @Override
    public void changed(Draft draft, String address) {
        if (draft.settings().pace() == Pace.INSTANT) {
            retry(draft, address);
        }
        for (Source source : draft.all(Source.KIND)) {
            if (Databases.address(source.host(), source.port()).equals(address)) {
                readOn(draft, source.name());
            }
        }
    }

    private static void retry(Draft draft, String address) {
        for (Subtask subtask : List.copyOf(draft.all(Subtask.KIND))) {
            if (subtask.isToBeRetried() && mayGoOn(draft, subtask, address)) {
                draft.put(Subtask.KIND, subtask.withDue(draft.now()));
            }
        }
    }

    /** Whether a change on a server may be what it waits for: both of its servers are there, and it is one of them. */
    private static boolean mayGoOn(Draft draft, Subtask subtask, String changed) {
        Source source = draft.get(Source.KIND, subtask.source());
        TargetDatabase target = subtask.config().target();
        boolean away = Databases.isAway(draft, source.host(), source.port())
                || Databases.isAway(draft, target.host(), target.port());
        return !away
                && (changed.equals(Databases.address(source.host(), source.port()))
                        || changed.equals(Databases.address(target.host(), target.port())));
    }

    @Override
    public void readOn(Draft draft, String source) {
        Instant arrival = draft.after(UnitDurations.SYNC_LAG);
        subtasks.on(draft, source).stream()
                .filter(s -> s.isAtWork() && s.unit() == Unit.SYNC && s.sync() != null)
                .filter(s -> s.due() == null || s.due().isAfter(arrival))
                .forEach(s -> draft.put(Subtask.KIND, s.withDue(arrival)));
    }
}
