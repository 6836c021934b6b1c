package dev.dmock.console;

import dev.dmock.cluster.ClusterService;
import dev.dmock.cluster.Worker;
import dev.dmock.console.ConsoleView.ClockView;
import dev.dmock.console.ConsoleView.MasterView;
import dev.dmock.console.ConsoleView.RelayView;
import dev.dmock.console.ConsoleView.ServerView;
import dev.dmock.console.ConsoleView.SourceView;
import dev.dmock.console.ConsoleView.WorkerView;
import dev.dmock.fault.Faults;
import dev.dmock.journal.JournalEntry;
import dev.dmock.journal.Journals;
import dev.dmock.source.RelayLog;
import dev.dmock.source.RelayService;
import dev.dmock.source.RelayStatus;
import dev.dmock.source.Source;
import dev.dmock.source.SourceService;
import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.ErrorTexts;
import dev.dmock.space.fact.TimelineEntry;
import dev.dmock.space.store.SpaceName;
import dev.dmock.task.StatusService;
import dev.dmock.task.TaskService;
import dev.dmock.task.model.Subtask;
import dev.dmock.task.model.SubtaskStatus;
import dev.dmock.time.SpaceClock;
import dev.dmock.world.database.model.Server;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Builds the console's view of a space. */
@Component
class ConsoleViewBuilder {

    /** Keeps the page readable; the page shows the number of omitted tasks. */
    private static final int MAX_TASKS = 50;

    private static final int MAX_TIMELINE_ENTRIES = 60;
    private static final int MAX_CALLS = 25;

    private final ClusterService cluster;
    private final SourceService sources;
    private final RelayService relays;
    private final RelayLog relayLog;
    private final TaskService tasks;
    private final StatusService statuses;
    private final ErrorTexts errors;
    private final Journals journals;
    private final Faults faults;

    ConsoleViewBuilder(
            ClusterService cluster,
            SourceService sources,
            RelayService relays,
            RelayLog relayLog,
            TaskService tasks,
            StatusService statuses,
            ErrorTexts errors,
            Journals journals,
            Faults faults) {
        this.cluster = cluster;
        this.sources = sources;
        this.relays = relays;
        this.relayLog = relayLog;
        this.tasks = tasks;
        this.statuses = statuses;
        this.errors = errors;
        this.journals = journals;
        this.faults = faults;
    }

    ConsoleView build(Draft draft, SpaceName space) {
        SpaceClock clock = draft.settings().clock();
        Collection<List<Subtask>> all = tasks.all(draft).values();
        List<List<Subtask>> shown = all.stream().limit(MAX_TASKS).toList();
        List<TaskView> views = shown.stream().map(task -> task(draft, task)).toList();
        return new ConsoleView(
                draft.settings().api().label(),
                draft.settings().pace().label(),
                new ClockView(
                        clock.frozen(),
                        clock.frozen() ? draft.now().toString() : clock.shift().toString()),
                cluster.masters(draft).stream()
                        .map(m -> new MasterView(m.name(), m.clientAddress(), m.alive(), m.leader()))
                        .toList(),
                cluster.workers(draft).stream().map(ConsoleViewBuilder::worker).toList(),
                sources.all(draft).stream().map(source -> source(draft, source)).toList(),
                views,
                all.size() - shown.size(),
                servers(draft),
                last(draft.all(TimelineEntry.KIND), MAX_TIMELINE_ENTRIES).stream()
                        .map(TimelineEntryView::of)
                        .toList(),
                calls(space),
                faults.all(draft).stream().map(ConsoleFaultView::of).toList(),
                !clock.frozen() && views.stream().anyMatch(TaskView::progressing));
    }

    private static WorkerView worker(Worker worker) {
        return new WorkerView(
                worker.name(),
                worker.address(),
                worker.stage().label(),
                worker.online(),
                Objects.requireNonNullElse(worker.source(), ""),
                Objects.requireNonNullElse(worker.relaySource(), ""));
    }

    private SourceView source(Draft draft, Source source) {
        List<Worker> workers = sources.workers(draft, source);
        String holder = workers.stream()
                .filter(w -> source.name().equals(w.source()))
                .map(Worker::name)
                .findFirst()
                .orElse("");
        return new SourceView(
                source.name(),
                source.host() + ":" + source.port(),
                source.user(),
                source.enableGtid(),
                source.enabled(),
                holder,
                sources.tasksOn(draft, source.name()),
                workers.stream()
                        .filter(w -> relayLog.pulls(draft, source, w))
                        .map(w -> relay(w, relays.status(draft, source, w)))
                        .toList());
    }

    private static RelayView relay(Worker worker, RelayStatus status) {
        return new RelayView(worker.name(), status.stage(), status.dir(), status.masterBinlog(), status.caughtUp());
    }

    private TaskView task(Draft draft, List<Subtask> task) {
        return TaskView.of(
                task, task.stream().map(subtask -> subtask(draft, subtask)).toList());
    }

    private SubtaskView subtask(Draft draft, Subtask subtask) {
        SubtaskStatus status = statuses.of(draft, subtask);
        return SubtaskView.of(subtask, status, status.error() == null ? "" : errors.text(draft, status.error()));
    }

    /** Returns the servers that were used, and those of sources and tasks. */
    private List<ServerView> servers(Draft draft) {
        TreeMap<String, String> found = new TreeMap<>();
        sources.all(draft).forEach(s -> found.put(s.host() + ":" + s.port(), "source " + s.name()));
        draft.all(Server.KIND)
                .forEach(s -> found.putIfAbsent(s.reachedAt(), s.role().name().toLowerCase(Locale.ROOT)));
        return found.entrySet().stream()
                .map(e -> new ServerView(e.getKey(), e.getValue()))
                .toList();
    }

    private List<CallView> calls(SpaceName space) {
        List<JournalEntry> entries = journals.all(space).entries();
        return last(entries, MAX_CALLS).stream().map(CallView::of).toList();
    }

    /** Returns the last elements, newest first. */
    private static <T> List<T> last(Collection<T> all, int most) {
        List<T> last = new ArrayList<>();
        all.stream().skip(Math.max(0, all.size() - most)).forEach(last::add);
        Collections.reverse(last);

        return last;
    }
}
