package dev.dmock.space;

import dev.dmock.error.DmException;
import dev.dmock.space.SpaceCache.Slot;
import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.Facts;
import dev.dmock.space.fact.Kind;
import dev.dmock.space.fact.Simulation;
import dev.dmock.space.store.SpaceName;
import dev.dmock.space.store.SpaceState;
import dev.dmock.space.store.SpaceStore;
import dev.dmock.space.store.SpaceSummary;
import dev.dmock.time.MachineTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePSet;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * All spaces of this server. Work on a space sees its facts as of now by its clock; writes to one space happen one after
 * the other, each whole or not at all; spaces do not wait for each other. A space comes into being when it is first used.
 */
@Service
public class Spaces {

    private final SpaceStore store;
    private final Simulation simulation;
    private final MachineTime machine;
    private final SpaceInitializer genesis;
    private final SpaceChangeNotifier bells;
    private final SpaceCache slots;

    @SuppressWarnings("ThreadLocalUsage") // a test may have several of this
    private final ThreadLocal<DependencyTracker> traces = new ThreadLocal<>();

    @Autowired
    Spaces(
            SpaceStore store,
            Simulation simulation,
            MachineTime machine,
            SpaceInitializer genesis,
            SpaceChangeNotifier bells) {
        this(store, simulation, machine, genesis, bells, SpaceCache.MOST);
    }

    Spaces(
            SpaceStore store,
            Simulation simulation,
            MachineTime machine,
            SpaceInitializer genesis,
            SpaceChangeNotifier bells,
            int inMemory) {
        this.store = store;
        this.simulation = simulation;
        this.machine = machine;
        this.genesis = genesis;
        this.bells = bells;
        this.slots = new SpaceCache(inMemory);
    }

    /** Works on a space without changing it, but for what is put for good. */
    public <T> T read(SpaceName name, Function<Draft, T> work) {
        Draft draft = current(name);
        Facts facts = draft.mark().facts();
        try {
            T result = work.apply(draft);
            if (!draft.hasPutForGood()) {
                follow(trace -> trace.read(name, facts, draft.askedForTime()));
                return result;
            }
        } catch (DmException e) {
            if (!draft.hasPutForGood()) {
                follow(DependencyTracker::spoil);
                throw e;
            }
        }
        return write(name, work);
    }

    /** The facts as of now. */
    private Draft current(SpaceName name) {
        Slot slot = slots.of(name);
        SpaceState state = slot.current();
        while (state == null || !store.isCurrent(name, state)) {
            change(name, draft -> {});
            slot = slots.of(name);
            state = slot.current();
        }
        Draft draft = state.draft(machine.now());
        if (simulation.advance(draft, draft.shown())) {
            slot.replace(state, state.passed(draft));
        }
        return draft;
    }

    /** Follows what this thread does with a space, until the trace is closed. */
    public DependencyTracker trace(SpaceName name) {
        DependencyTracker begun = new DependencyTracker(this, name);
        traces.set(begun);
        return begun;
    }

    /** Something that was kept by a trace, and would be the same if it was made now. */
    public <T> Optional<T> recall(SpaceName name, Object key, Class<T> type) {
        Facts now = current(name).facts();
        SpaceState state = slots.of(name).current();
        return state != null && state.facts() == now ? state.memo().find(key, type) : Optional.empty();
    }

    void keep(SpaceName name, Facts madeOf, Object key, Object thing, int size) {
        SpaceState state = slots.of(name).current();
        if (state != null && state.facts() == madeOf) {
            state.memo().keep(key, thing, size);
        }
    }

    void endTrace() {
        traces.remove();
    }

    private void follow(Consumer<DependencyTracker> step) {
        DependencyTracker trace = traces.get();
        if (trace != null) {
            step.accept(trace);
        }
    }

    /**
     * Works on a space, and makes what was changed durable before it returns.
     *
     * @throws DmException as thrown by the work; then nothing was changed but what was put for good, unless it says that
     *     it is effective
     */
    public <T> T write(SpaceName name, Function<Draft, T> work) {
        return write(name, () -> begun(name), work).result().get();
    }

    /** As {@link #write}, for work that has no result. */
    public void change(SpaceName name, Consumer<Draft> work) {
        write(name, resultless(work));
    }

    /**
     * Works on a space that is there, or makes it by this work alone, which begins with nothing then.
     *
     * @return whether it was made
     */
    public boolean found(SpaceName name, Consumer<Draft> work) {
        Done<Boolean> done = write(name, () -> nothing(machine.now()), resultless(work));
        done.result().get();
        return done.first();
    }

    private static Function<Draft, Boolean> resultless(Consumer<Draft> work) {
        return draft -> {
            work.accept(draft);
            return true;
        };
    }

    /** Work that refuses, or changes nothing, is not seen by the database, so it has to begin with what is there. */
    private <T> Done<T> write(SpaceName name, Supplier<SpaceState> beginning, Function<Draft, T> work) {
        follow(DependencyTracker::spoil);
        return slots.inTurn(name, slot -> {
            while (true) {
                SpaceState known = slot.current();
                SpaceState before = known != null && store.isCurrent(name, known)
                        ? known
                        : store.load(name).orElseGet(beginning);
                Draft draft = before.draft(machine.now());
                if (before.version().stored()) {
                    simulation.advance(draft, draft.shown());
                }
                Result<T> result = Result.of(work, draft);
                simulation.advance(draft, draft.shown());
                if (draft.touched().isEmpty()) {
                    slot.set(before.passed(draft));
                    return new Done<>(false, result);
                }
                if (store.commit(name, before, draft)) {
                    slot.set(before.committed(draft));
                    bells.ring(name);
                    return new Done<>(!before.version().stored(), result);
                }
                slot.set(null);
            }
        });
    }

    public List<SpaceName> names() {
        return store.names();
    }

    /** Whether a space exists; does not create it. */
    public boolean exists(SpaceName name) {
        return store.has(name);
    }

    /** All spaces, or the one of this name, with their records of some kinds counted; none is loaded or advanced. */
    public List<SpaceSummary> overview(@Nullable SpaceName only, Kind<?>... counted) {
        return store.overview(only, List.of(counted));
    }

    /** Removes a space with all its facts; false if there is none. */
    public boolean drop(SpaceName name) {
        boolean dropped = slots.inTurn(name, slot -> {
            slot.set(null);
            slots.giveUp(name, slot);
            return store.drop(name);
        });
        bells.ringOut(name);
        return dropped;
    }

    /** A space that is used for the first time. */
    private SpaceState begun(SpaceName name) {
        Instant now = machine.now();
        Draft draft = nothing(now).draft(now);
        genesis.begin(draft, name);
        return SpaceState.begun(draft);
    }

    private static SpaceState nothing(Instant now) {
        return SpaceState.begun(new Draft(Facts.NONE, HashTreePSet.empty(), now, now));
    }

    /** Work that was done, and whether the space was made by it. */
    private record Done<T>(boolean first, Result<T> result) {}

    /** What work came to: a value, or a failure that does not undo all that was done before it. */
    private record Result<T>(@Nullable T value, @Nullable DmException failure) {

        static <T> Result<T> of(Function<Draft, T> work, Draft draft) {
            Draft.Mark mark = draft.mark();
            try {
                return new Result<>(work.apply(draft), null);
            } catch (DmException e) {
                if (!e.effective() && !draft.hasPutForGood()) {
                    throw e;
                }
                if (!e.effective()) {
                    draft.undo(mark);
                }
                return new Result<>(null, e);
            }
        }

        @SuppressWarnings("NullAway") // the value is what the work returned
        T get() {
            if (failure != null) {
                throw failure;
            }
            return value;
        }
    }
}
