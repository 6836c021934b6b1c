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
 * A fault that somebody armed.
 *
 * @param number counts the faults of the space from 1
 * @param on what it is confined to
 * @param times how often it strikes; null for as long as it is armed
 * @param probability how likely it strikes where it could
 * @param from when it begins
 * @param until when it ends by itself; null for never
 * @param parameters those that were said
 * @param occasions how often it could have struck
 * @param struck how often it did
 * @param due when something happens to it by itself
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

    /** The order of the keys is that of arming. */
    static final Kind<ArmedFault> KIND =
            new Kind<>("fault", ArmedFault.class, f -> Key.of(inOrder(f.number)), ArmedFault::due);

    private static final String ID = "fault-";

    /** How far it is. */
    public enum Phase {
        /** It has not begun yet. */
        WAITING,
        ACTIVE,
        /** Its time is up, or it has happened. */
        OVER
    }

    /** A number whose order as text is that of numbers. */
    static String inOrder(long number) {
        return String.format(Locale.ROOT, "%010d", number);
    }

    /** The number in an id; empty if it is not one. */
    static Optional<Long> numberIn(String id) {
        String digits = id.startsWith(ID) ? id.substring(ID.length()) : "";
        return digits.matches("[1-9][0-9]{0,8}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
    }

    @JsonIgnore
    public String id() {
        return ID + number;
    }

    /** What is seen of how far it is: {@code waiting}, {@code active}, {@code spent} or {@code over}. */
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

    /** Whether it is confined to nothing else than this. */
    boolean fits(FaultScope place, @Nullable String name) {
        String wanted = on.get(place);
        return wanted == null || wanted.equals(name);
    }

    boolean covers(Subtask subtask) {
        return fits(FaultScope.SOURCE, subtask.source())
                && fits(FaultScope.TASK, subtask.task())
                && fits(FaultScope.WORKER, subtask.worker());
    }

    /** A parameter as it was said, or its standard. */
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
