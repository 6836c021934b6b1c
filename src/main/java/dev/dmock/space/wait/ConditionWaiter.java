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
 * Lets a client wait for something in a space without asking again and again: looks when something was written, and when
 * something happens by itself. What another server on the same database writes is seen within a second.
 */
@Service
public class ConditionWaiter implements ApplicationListener<ContextClosedEvent> {

    /** How many can wait at once: half of the threads that answer requests. */
    private static final int MOST = 100;

    private static final Duration MILLISECOND = Duration.ofMillis(1);

    private final Spaces spaces;
    private final SpaceChangeNotifier bells;
    private final MachineTime machine;
    private final Duration longestSleep;
    private final Semaphore places = new Semaphore(MOST);

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
     * Looks until what is waited for is there.
     *
     * @param patience for how long, by the machine's clock
     * @return what was seen last
     * @throws TooManyWaitingException if there is no place for one more
     */
    public <T> Sight<T> await(SpaceName name, Duration patience, Function<Draft, Sight<T>> look) {
        if (!places.tryAcquire()) {
            throw new TooManyWaitingException(MOST);
        }
        SpaceChangeNotifier.Bell bell = bells.join(name);
        try {
            return await(name, bell, machine.ticks() + patience.toNanos(), look);
        } finally {
            bells.leave(name);
            places.release();
        }
    }

    /** Lets those who wait look again: something was noticed of a space that is not written to it, such as a call. */
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

    /** What was seen, and for how long it stays like that by itself. */
    private record Glance<T>(Duration untilNext, Sight<T> sight) {}

    /** Otherwise the server would stop only when all patience is at an end. */
    @Override
    public void onApplicationEvent(ContextClosedEvent closed) {
        bells.ringOutAll();
    }
}
