package dev.dmock.control.fault;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.dmock.fault.Fault;
import dev.dmock.fault.FaultOutcome;
import java.util.List;

/**
 * A fault that can be armed.
 *
 * @param on the scopes that the fault can be limited to
 * @param repeats whether the fault takes {@code times} and {@code probability}
 */
@JsonPropertyOrder({"fault", "about", "on", "repeats", "result", "parameters"})
record FaultCatalogueView(
        String fault, String about, List<String> on, boolean repeats, Result result, List<Parameter> parameters) {

    /** The error codes that the fault causes in each generation, and the state that follows. */
    @JsonPropertyOrder({"error_codes_v5", "error_codes_v8", "stage"})
    record Result(
            @JsonProperty("error_codes_v5") List<Integer> v5,
            @JsonProperty("error_codes_v8") List<Integer> v8,
            String stage) {

        static Result of(FaultOutcome outcome) {
            return new Result(outcome.v5(), outcome.v8(), outcome.stage());
        }
    }

    /** A further parameter of the fault; {@code standard} is its default. */
    @JsonPropertyOrder({"name", "type", "standard", "choices", "about"})
    record Parameter(
            String name,
            String type,
            String standard,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> choices,
            String about) {

        static Parameter of(dev.dmock.fault.FaultParameter parameter) {
            return new Parameter(
                    parameter.name(),
                    parameter.type().label(),
                    parameter.standard(),
                    parameter.choices(),
                    parameter.about());
        }
    }

    static FaultCatalogueView of(Fault fault) {
        return new FaultCatalogueView(
                fault.label(),
                fault.about(),
                FaultRequestParser.labels(fault),
                fault.strikesRepeatedly(),
                Result.of(fault.outcome()),
                fault.parameters().stream().map(Parameter::of).toList());
    }
}
