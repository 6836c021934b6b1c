package dev.dmock.control.fault;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.dmock.fault.ArmedFault;
import dev.dmock.fault.Fault;
import dev.dmock.fault.FaultParameter;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An armed fault as the API shows it; the fault's parameters are further members of the same object.
 *
 * @param state {@code waiting}, {@code active}, {@code spent} after its last strike, or {@code over}
 * @param occasions how many times the fault could have struck
 * @param struck how many times the fault struck
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"id", "fault", "on", "times", "probability", "from", "until", "state", "occasions", "struck"})
record FaultView(
        String id,
        String fault,
        Map<String, String> on,
        @Nullable Long times,
        @Nullable Double probability,
        Instant from,
        @Nullable Instant until,
        String state,
        long occasions,
        long struck,

        @JsonAnyGetter @JsonProperty(access = JsonProperty.Access.READ_ONLY)
        Map<String, Object> parameters) {

    static FaultView of(ArmedFault armed) {
        Fault fault = armed.fault();
        Map<String, String> on = new LinkedHashMap<>();
        fault.places().stream()
                .filter(armed.on()::containsKey)
                .forEach(place -> on.put(place.label(), armed.on().get(place)));
        Map<String, Object> parameters = new LinkedHashMap<>();
        fault.parameters().stream()
                .filter(p -> !armed.text(p.name()).isEmpty())
                .forEach(p -> parameters.put(p.name(), value(armed, p)));
        return new FaultView(
                armed.id(),
                fault.label(),
                on,
                armed.times(),
                fault.strikesRepeatedly() ? armed.probability() : null,
                armed.from(),
                armed.until(),
                armed.state(),
                armed.occasions(),
                armed.struck(),
                parameters);
    }

    private static Object value(ArmedFault armed, FaultParameter parameter) {
        return switch (parameter.type()) {
            case TEXT, DURATION -> armed.text(parameter.name());
            case INTEGER -> armed.integer(parameter.name());
            case TRUTH -> armed.truth(parameter.name());
        };
    }
}
