package dev.dmock.fault;

import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.SeededRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides which faults strike a request to the DM API. */
@Component
public class HttpFaults {

    private static final List<Fault> ALL =
            List.of(Fault.HTTP_LATENCY, Fault.HTTP_STATUS, Fault.HTTP_DROP, Fault.HTTP_TRUNCATE);

    private final Strikes strikes;

    HttpFaults(Strikes strikes) {
        this.strikes = strikes;
    }

    /**
     * The effects of the faults on one answer.
     *
     * @param delay the delay before the answer
     * @param instead the replacement for the operation's answer; null for none
     * @param drop whether the connection is dropped instead of answered
     * @param carryOut whether the operation is executed
     * @param keep the number of body bytes that are sent before the connection is dropped; null for the whole body
     */
    public record Fate(
            Duration delay,
            @Nullable Answer instead,
            boolean drop,
            boolean carryOut,
            @Nullable Long keep) {}

    /** A replacement for the operation's answer. */
    public record Answer(int status, String contentType, String body) {

        static Answer of(ArmedFault fault) {
            return new Answer((int) fault.integer("status"), fault.text("content_type"), fault.text("body"));
        }
    }

    /** Returns whether an active fault could strike a request for this operation. */
    public boolean concern(Draft draft, String operation) {
        return ALL.stream()
                .anyMatch(fault -> !strikes.active(draft, fault, armed -> covers(armed, operation))
                        .isEmpty());
    }

    /** Returns the effects of the faults that strike this request, and counts their strikes. */
    public Fate strike(Draft draft, String operation) {
        Duration delay = strike(draft, Fault.HTTP_LATENCY, operation)
                .map(armed -> delay(draft, armed))
                .orElse(Duration.ZERO);
        Optional<ArmedFault> status = strike(draft, Fault.HTTP_STATUS, operation);
        if (status.isPresent()) {
            return new Fate(delay, Answer.of(status.get()), false, false, null);
        }
        Optional<ArmedFault> drop = strike(draft, Fault.HTTP_DROP, operation);
        if (drop.isPresent()) {
            return new Fate(delay, null, true, drop.get().truth("carry_out"), null);
        }
        Optional<ArmedFault> cut = strike(draft, Fault.HTTP_TRUNCATE, operation);
        return new Fate(
                delay,
                null,
                false,
                true,
                cut.map(armed -> armed.integer("bytes")).orElse(null));
    }

    private Optional<ArmedFault> strike(Draft draft, Fault fault, String operation) {
        return strikes.strike(draft, fault, armed -> covers(armed, operation));
    }

    private static boolean covers(ArmedFault armed, String operation) {
        return armed.fits(FaultScope.OPERATION, operation);
    }

    private static Duration delay(Draft draft, ArmedFault armed) {
        Duration min = armed.duration("min");
        if (armed.text("max").isEmpty()) {
            return min;
        }
        double share = SeededRandom.fraction(draft, "delay", armed.id(), Long.toString(armed.struck()));
        long range = armed.duration("max").minus(min).toMillis();
        return min.plusMillis((long) (range * share));
    }
}
