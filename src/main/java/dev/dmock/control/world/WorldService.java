package dev.dmock.control.world;

import dev.dmock.cluster.ClusterService;
import dev.dmock.cluster.Master;
import dev.dmock.cluster.Worker;
import dev.dmock.fault.Faults;
import dev.dmock.source.RelayService;
import dev.dmock.space.SpaceInitializer;
import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.Pace;
import dev.dmock.space.fact.SpaceSettings;
import dev.dmock.space.fact.TimelineEntry;
import dev.dmock.space.store.SpaceName;
import dev.dmock.task.SubtaskRescheduler;
import dev.dmock.time.SpaceClock;
import dev.dmock.web.Secrets;
import dev.dmock.world.World;
import dev.dmock.world.WorldDatabases;
import dev.dmock.world.WorldDocuments;
import dev.dmock.world.WorldEvent;
import dev.dmock.world.WorldException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Creates the world of a space, applies events to it, and describes it. */
@Service
public class WorldService implements SpaceInitializer {

    private static final int MAX_NOTE_LENGTH = 500;

    private final ClusterService cluster;
    private final RelayService relays;
    private final SubtaskRescheduler units;
    private final Faults faults;
    private final WorldDatabases databases;
    private final WorldDocuments documents;
    private final World start;

    WorldService(
            ClusterService cluster,
            RelayService relays,
            SubtaskRescheduler units,
            Faults faults,
            WorldDatabases databases,
            WorldDocuments documents,
            StartWorld configuration) {
        this.cluster = cluster;
        this.relays = relays;
        this.units = units;
        this.faults = faults;
        this.databases = databases;
        this.documents = documents;
        this.start = configuration.read(documents);
    }

    @Override
    public void begin(Draft draft, SpaceName name) {
        lay(draft, start, documents.write(start).toString(), "the space was used for the first time");
    }

    /** Replaces the current state by the given world; a later reset still restores the earlier start world. */
    void replace(Draft draft, World world) {
        lay(draft, world, draft.settings().startWorld(), "the world was replaced");
    }

    /** Resets the space to its start world. */
    void reset(Draft draft) {
        String text = draft.settings().startWorld();
        lay(draft, documents.readJson(text), text, "the space was reset");
    }

    /** Replaces the current state by the given world, which also becomes the start world for later resets. */
    public void start(Draft draft, @Nullable World world) {
        World begun = world == null ? start : world;
        lay(draft, begun, documents.write(begun).toString(), "the space was started");
    }

    private void lay(Draft draft, World world, String startWorld, String why) {
        draft.startAfresh();
        draft.put(
                SpaceSettings.KIND,
                new SpaceSettings(world.api(), world.pace(), clock(draft, world.pace()), world.seed(), startWorld));
        draft.note(
                TimelineEntry.of(TimelineEntry.Event.WORLD).change(null, "laid").because(why));
        cluster.found(draft, world.masters(), world.workers(), world.leader());
        databases.lay(draft, world);
    }

    /** Freezes the clock at manual pace, at which time advances only on request. */
    private static SpaceClock clock(Draft draft, Pace pace) {
        return pace == Pace.MANUAL ? SpaceClock.RUNNING.freeze(draft.machine()) : SpaceClock.RUNNING;
    }

    /** Applies an event completely. */
    void happen(Draft draft, WorldEvent event) {
        event.newApi().ifPresent(api -> {
            note(draft, "api", draft.settings().api().label(), api.label());
            draft.change(SpaceSettings.KIND, s -> s.withApi(api), "");
        });
        event.newPace().ifPresent(pace -> changePace(draft, pace));
        event.members().forEach(member -> happen(draft, member));
        event.statements().ifPresent(sql -> {
            String statements = Secrets.masked(String.join("; ", sql.statements()));
            draft.note(TimelineEntry.of(TimelineEntry.Event.WORLD, "event", "sql", "address", sql.address())
                    .change(null, shortened(statements)));
            databases.happen(draft, sql);
        });
        if (!event.settling().isZero()) {
            note(draft, "settle", null, event.settling().toString());
        }
        SpaceClock later = draft.settings().clock().advance(event.settling());
        if (!SpaceClock.canShow(later.read(draft.machine()))) {
            throw new WorldException("settle", "A clock goes no further than " + SpaceClock.LATEST + ".");
        }
        draft.change(SpaceSettings.KIND, s -> s.withClock(later), "");
    }

    private void changePace(Draft draft, Pace pace) {
        Pace before = draft.settings().pace();
        note(draft, "pace", before.label(), pace.label());
        draft.change(SpaceSettings.KIND, s -> s.withPace(pace), "");
        if (pace == Pace.MANUAL && before != Pace.MANUAL) {
            draft.change(SpaceSettings.KIND, s -> s.withClock(s.clock().freeze(draft.machine())), "");
        } else if (before == Pace.MANUAL && pace != Pace.MANUAL) {
            draft.change(SpaceSettings.KIND, s -> s.withClock(s.clock().resume(draft.machine())), "");
        }
        if ((pace == Pace.INSTANT) != (before == Pace.INSTANT)) {
            faults.paceChanged(draft);
            relays.paceChanged(draft);
            units.paceChanged(draft);
        }
    }

    private static void note(Draft draft, String what, @Nullable String before, String after) {
        draft.note(TimelineEntry.of(TimelineEntry.Event.WORLD, "event", what).change(before, after));
    }

    private static String shortened(String text) {
        return text.length() <= MAX_NOTE_LENGTH ? text : text.substring(0, MAX_NOTE_LENGTH) + "…";
    }

    private void happen(Draft draft, WorldEvent.Member member) {
        String name = member.name();
        refuse(draft, member).ifPresent(why -> {
            throw new WorldException(member.change().field(), why);
        });
        switch (member.change()) {
            case WORKER_OFFLINE -> cluster.stopWorker(draft, name);
            case WORKER_ONLINE -> cluster.startWorker(draft, name);
            case MASTER_OFFLINE -> cluster.stopMaster(draft, name);
            case MASTER_ONLINE -> cluster.startMaster(draft, name);
            case LEADER -> cluster.lead(draft, name);
            case SERVER_OFFLINE, SERVER_ONLINE -> {
                draft.note(TimelineEntry.of(
                        TimelineEntry.Event.WORLD, "event", member.change().field(), "address", name));
                databases.happen(draft, member);
                relays.interruptAll(draft);
                units.interruptAll(draft);
            }
        }
    }

    /**
     * Validates the members that an event names: only starting a process creates a member, other events need existing
     * ones.
     */
    private Optional<String> refuse(Draft draft, WorldEvent.Member member) {
        List<String> able = switch (member.change()) {
            case WORKER_ONLINE, MASTER_ONLINE, SERVER_OFFLINE, SERVER_ONLINE -> List.of(member.name());
            case WORKER_OFFLINE ->
                cluster.workers(draft).stream().map(Worker::name).toList();
            case MASTER_OFFLINE ->
                cluster.masters(draft).stream().map(Master::name).toList();
            case LEADER ->
                cluster.masters(draft).stream()
                        .filter(Master::alive)
                        .map(Master::name)
                        .toList();
        };
        return able.contains(member.name())
                ? Optional.empty()
                : Optional.of("This has to be one of " + String.join(", ", able) + ".");
    }

    /** Returns the current world. */
    World describe(Draft draft) {
        SpaceSettings settings = draft.settings();
        World rest = new World(
                settings.api(),
                settings.pace(),
                cluster.masters(draft).size(),
                cluster.workers(draft).size(),
                cluster.leader(draft).map(Master::name).orElse("master1"),
                settings.seed(),
                null,
                null);
        return databases.describe(draft, rest);
    }
}
