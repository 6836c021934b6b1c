package dev.dmock.fault;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;
import dev.dmock.task.model.Subtask;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An armed fault.
 *
 * @param number the sequence number of the fault in the space, from 1
 * @param on the scopes that the fault is limited to
 * @param times the maximum number of strikes; null for no limit
 * @param probability the probability of a strike on each occasion
 * @param from when the fault begins
 * @param until when the fault ends automatically; null for never
 * @param parameters the parameters that were given
 * @param occasions the number of times that the fault could have struck
 * @param struck the number of times that the fault struck
 * @param due when the fault next begins, changes or ends automatically
 */
public record ArmedFault(
        long number,
        Fault fault,
        Map<FaultScope, String> on,
        @Nullable Long times,
        double probability,
        Instant from,
        @Nullable Instant until,
        Map<String, String> parameters,
        Phase phase,
        long occasions,
        long struck,
        @Nullable Instant due) {

    /** The order of the keys is the order of arming. */
    static final Kind<ArmedFault> KIND =
            new Kind<>("fault", ArmedFault.class, f -> Key.of(inOrder(f.number)), ArmedFault::due);

    private static final String ID = "fault-";

    /** The phase of a fault. */
    public enum Phase {
        /** The fault has not begun. */
        WAITING,
        ACTIVE,
        /** The fault has ended. */
        OVER
    }

    /** Returns a number as text that sorts like the number. */
    static String inOrder(long number) {
        return String.format(Locale.ROOT, "%010d", number);
    }

    /** Returns the number in an id; empty if the id is malformed. */
    static Optional<Long> numberIn(String id) {
        String digits = id.startsWith(ID) ? id.substring(ID.length()) : "";
        return digits.matches("[1-9][0-9]{0,8}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
    }

    @JsonIgnore
    public String id() {
        return ID + number;
    }

    /** Returns the visible state: {@code waiting}, {@code active}, {@code spent} or {@code over}. */
    @JsonIgnore
    public String state() {
        boolean spent = phase == Phase.ACTIVE && times != null && struck >= times;
        return spent ? "spent" : phase.name().toLowerCase(Locale.ROOT);
    }

    @JsonIgnore
    boolean canStrike() {
        return state().equals("active");
    }

    ArmedFault in(Phase other, @Nullable Instant nextDue) {
        return new ArmedFault(
                number, fault, on, times, probability, from, until, parameters, other, occasions, struck, nextDue);
    }

    ArmedFault after(boolean strike) {
        return new ArmedFault(
                number,
                fault,
                on,
                times,
                probability,
                from,
                until,
                parameters,
                phase,
                occasions + 1,
                struck + (strike ? 1 : 0),
                due);
    }

    /** Returns whether the fault is not limited to another name in this scope. */
    boolean fits(FaultScope place, @Nullable String name) {
        String wanted = on.get(place);
        return wanted == null || wanted.equals(name);
    }

    boolean covers(Subtask subtask) {
        return fits(FaultScope.SOURCE, subtask.source())
                && fits(FaultScope.TASK, subtask.task())
                && fits(FaultScope.WORKER, subtask.worker());
    }

    /** Returns a parameter's given value or its default. */
    public String text(String name) {
        return parameters.getOrDefault(
                name,
                fault.parameters().stream()
                        .filter(p -> p.name().equals(name))
                        .map(FaultParameter::standard)
                        .findFirst()
                        .orElse(""));
    }

    public Duration duration(String name) {
        return Duration.parse(text(name));
    }

    public long integer(String name) {
        return Long.parseLong(text(name));
    }

    public boolean truth(String name) {
        return Boolean.parseBoolean(text(name));
    }
}
