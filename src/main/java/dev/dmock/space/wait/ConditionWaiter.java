package dev.dmock.space.wait;

import dev.dmock.space.SpaceChangeNotifier;
import dev.dmock.space.Spaces;
import dev.dmock.space.fact.Draft;
import dev.dmock.space.store.SpaceName;
import dev.dmock.space.store.StorageProperties;
import dev.dmock.time.MachineTime;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.stereotype.Service;

/**
 * Blocks a client until a condition holds in a space. Checks the condition after each write and at
 * each due event. Sees writes of other servers on the same database within a second.
 */
@Service
public class ConditionWaiter implements ApplicationListener<ContextClosedEvent> {

    /** The maximum number of concurrent waits: half of the request threads. */
    private static final int MAX_WAITS = 100;

    private static final Duration MILLISECOND = Duration.ofMillis(1);

    private final Spaces spaces;
    private final SpaceChangeNotifier bells;
    private final MachineTime machine;
    private final Duration longestSleep;
    private final Semaphore places = new Semaphore(MAX_WAITS);

    public ConditionWaiter(Spaces spaces, SpaceChangeNotifier bells, MachineTime machine, StorageProperties storage) {
        this.spaces = spaces;
        this.bells = bells;
        this.machine = machine;
        this.longestSleep = storage.shared() ? Duration.ofSeconds(1) : Duration.ofDays(1);
    }

    /**
     * What was seen in a space.
     *
     * @param met whether it is what is waited for
     */
    public record Sight<T>(boolean met, T state) {}

    /**
     * Blocks until the condition holds or the timeout expires.
     *
     * @param patience the timeout, by the machine's clock
     * @return the last observation
     * @throws TooManyWaitingException if there is no place for one more
     */
    public <T> Sight<T> await(SpaceName name, Duration patience, Function<Draft, Sight<T>> look) {
        if (!places.tryAcquire()) {
            throw new TooManyWaitingException(MAX_WAITS);
        }
        SpaceChangeNotifier.Bell bell = bells.join(name);
        try {
            return await(name, bell, machine.ticks() + patience.toNanos(), look);
        } finally {
            bells.leave(name);
            places.release();
        }
    }

    /** Wakes the waiting threads after an event that is not written to the space, such as a call. */
    public void noticed(SpaceName name) {
        bells.ring(name);
    }

    private <T> Sight<T> await(
            SpaceName name, SpaceChangeNotifier.Bell bell, long end, Function<Draft, Sight<T>> look) {
        while (true) {
            long heard = bell.rings();
            Glance<T> glance = spaces.read(
                    name, draft -> new Glance<>(draft.untilNextEvent().orElse(longestSleep), look.apply(draft)));
            Duration sleep = glance.untilNext().plus(MILLISECOND);
            long left = Math.min(
                    end - machine.ticks(),
                    sleep.compareTo(longestSleep) < 0 ? sleep.toNanos() : longestSleep.toNanos());
            if (glance.sight().met() || end - machine.ticks() <= 0 || !bell.await(heard, left)) {
                return glance.sight();
            }
        }
    }

    /** The observation, and how long it stays valid without a write. */
    private record Glance<T>(Duration untilNext, Sight<T> sight) {}

    /** Ends the waits, so that the server does not stop only after their timeouts. */
    @Override
    public void onApplicationEvent(ContextClosedEvent closed) {
        bells.ringOutAll();
    }
}
