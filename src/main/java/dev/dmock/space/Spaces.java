package dev.dmock.space;

import dev.dmock.error.DmException;
import dev.dmock.time.MachineTime;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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
    private final Genesis genesis;
    private final ConcurrentMap<SpaceName, Slot> slots = new ConcurrentHashMap<>();

    Spaces(SpaceStore store, Simulation simulation, MachineTime machine, Genesis genesis) {
        this.store = store;
        this.simulation = simulation;
        this.machine = machine;
        this.genesis = genesis;
    }

    /** Works on a space without changing it, but for what is put for good. */
    public <T> T read(SpaceName name, Function<Draft, T> work) {
        Slot slot = slots.computeIfAbsent(name, n -> new Slot());
        State state = slot.current();
        while (state == null || !store.isCurrent(name, state)) {
            slot.replace(state, null);
            change(name, draft -> {});
            state = slot.current();
        }
        Draft draft = state.draft(machine.now());
        boolean idle = simulation.idle(draft, now(draft));
        simulation.advance(draft, now(draft));
        if (!idle) {
            slot.replace(state, state.passed(draft));
        }
        draft.mark();
        try {
            T result = work.apply(draft);
            if (!draft.hasPutForGood()) {
                return result;
            }
        } catch (DmException e) {
            if (!draft.hasPutForGood()) {
                throw e;
            }
        }
        return write(name, work);
    }

    /**
     * Works on a space, and makes what was changed durable before it returns.
     *
     * @throws DmException as thrown by the work; then nothing was changed but what was put for good, unless it says that
     *     it is effective
     */
    public <T> T write(SpaceName name, Function<Draft, T> work) {
        return slots.computeIfAbsent(name, n -> new Slot()).inTurn(slot -> {
            while (true) {
                State before = slot.current() != null ? slot.current() : load(name);
                Draft draft = before.draft(machine.now());
                simulation.advance(draft, now(draft));
                Result<T> result = Result.of(work, draft);
                simulation.advance(draft, now(draft));
                if (draft.touched().isEmpty()) {
                    slot.set(before.passed(draft));
                    return result.get();
                }
                if (store.commit(name, before, draft)) {
                    slot.set(before.committed(draft));
                    return result.get();
                }
                slot.set(null);
            }
        });
    }

    /** As {@link #write}, for work that has no result. */
    public void change(SpaceName name, Consumer<Draft> work) {
        write(name, draft -> {
            work.accept(draft);
            return true;
        });
    }

    public List<SpaceName> names() {
        return store.names();
    }

    /** Removes a space with all its facts; false if there is none. */
    public boolean drop(SpaceName name) {
        return slots.computeIfAbsent(name, n -> new Slot()).inTurn(slot -> {
            slot.set(null);
            return store.drop(name);
        });
    }

    private State load(SpaceName name) {
        return store.load(name).orElseGet(() -> {
            Instant now = machine.now();
            Draft draft = new Draft(Facts.NONE, Set.of(), now, now);
            genesis.begin(draft, name);
            return new State(0, Facts.NONE, draft.facts(), draft.touched(), now);
        });
    }

    /** The time of the space's clock, which never goes back. */
    private static Instant now(Draft draft) {
        Instant shown = draft.settings().clock().read(draft.machine());
        return shown.isAfter(draft.now()) ? shown : draft.now();
    }

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

    /** The place of one space in memory. */
    private static final class Slot {

        private final ReentrantLock turn = new ReentrantLock();
        private final AtomicReference<@Nullable State> state = new AtomicReference<>();

        @Nullable
        State current() {
            return state.get();
        }

        void set(@Nullable State next) {
            state.set(next);
        }

        void replace(@Nullable State old, @Nullable State next) {
            state.compareAndSet(old, next);
        }

        <T> T inTurn(Function<Slot, T> work) {
            turn.lock();
            try {
                return work.apply(this);
            } finally {
                turn.unlock();
            }
        }
    }
}
