package dev.dmock.fault;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;

/**
 * A parameter of a fault besides its scopes and times. Values are stored as text.
 *
 * @param standard the default value
 * @param choices the allowed values; empty if they are not enumerated
 */
public record FaultParameter(String name, Type type, String standard, String about, List<String> choices) {

    /** The JSON type of a value. */
    public enum Type {
        TEXT,
        /** ISO-8601, such as PT1.5S. */
        DURATION,
        INTEGER,
        TRUTH;

        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static final Duration MAX_DURATION = Duration.ofDays(3650);

    static FaultParameter text(String name, String standard, String about) {
        return new FaultParameter(name, Type.TEXT, standard, about, List.of());
    }

    static FaultParameter choice(String name, String standard, String about, List<String> choices) {
        return new FaultParameter(name, Type.TEXT, standard, about, choices);
    }

    static FaultParameter duration(String name, String standard, String about) {
        return new FaultParameter(name, Type.DURATION, standard, about, List.of());
    }

    static FaultParameter integer(String name, String standard, String about) {
        return new FaultParameter(name, Type.INTEGER, standard, about, List.of());
    }

    static FaultParameter truth(String name, String standard, String about) {
        return new FaultParameter(name, Type.TRUTH, standard, about, List.of());
    }

    /** Returns why a value is invalid, as a sentence; empty if it is valid. */
    Optional<String> problem(String value) {
        if (!choices.isEmpty() && !choices.contains(value)) {
            return Optional.of("has to be one of " + String.join(", ", choices));
        }
        if (type == Type.DURATION) {
            return problemOfDuration(value);
        }
        return type == Type.INTEGER && value.startsWith("-") ? Optional.of("must not be negative") : Optional.empty();
    }

    static Optional<String> problemOfDuration(String text) {
        try {
            Duration duration = Duration.parse(text);
            return duration.isNegative() || duration.compareTo(MAX_DURATION) > 0
                    ? Optional.of("has to be from PT0S to " + MAX_DURATION)
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.of("is not an ISO-8601 duration such as PT30S");
        }
    }
}
