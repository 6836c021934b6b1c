package dev.dmock.control.fault;

import dev.dmock.control.DurationParser;
import dev.dmock.fault.Fault;
import dev.dmock.fault.FaultParameter;
import dev.dmock.fault.FaultRequest;
import dev.dmock.fault.FaultScope;
import dev.dmock.time.SpaceClock;
import dev.dmock.world.DocumentFields;
import dev.dmock.world.database.Databases;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Parses a request to arm a fault and rejects fields that the fault does not have. */
final class FaultRequestParser {

    private static final List<String> WHEN = List.of("from", "after");
    private static final List<String> HOW_OFTEN = List.of("times", "probability");
    private static final Duration MAX_DURATION = Duration.ofDays(3650);
    private static final int LAST_PORT = 65_535;

    private final Fault fault;
    private final DocumentFields fields;

    private FaultRequestParser(Fault fault, DocumentFields fields) {
        this.fault = fault;
        this.fields = fields;
    }

    static FaultRequest read(JsonNode body) {
        DocumentFields any = DocumentFields.ofAny(body, "");
        String label = any.requiredText("fault");
        Fault fault = Fault.ofLabel(label)
                .orElseThrow(
                        () -> any.wrong("fault", "There is no fault " + label + "; see /_dmock/faults/catalogue."));
        return new FaultRequestParser(fault, DocumentFields.of(body, "", names(fault))).arming();
    }

    private static Set<String> names(Fault fault) {
        Set<String> names = new LinkedHashSet<>(List.of("fault"));
        if (!fault.places().isEmpty()) {
            names.add("on");
        }
        names.addAll(WHEN);
        if (!fault.happensOnce()) {
            names.add("for");
        }
        if (fault.strikesRepeatedly()) {
            names.addAll(HOW_OFTEN);
        }
        fault.parameters().forEach(p -> names.add(p.name()));
        return names;
    }

    private FaultRequest arming() {
        if (fields.find("from").isPresent() && fields.find("after").isPresent()) {
            throw fields.wrong("after", "This does not go together with from.");
        }
        return new FaultRequest(
                fault,
                fields.find("on").map(this::places).orElse(Map.of()),
                fields.number("times", 1, Long.MAX_VALUE).orElse(null),
                fields.find("probability").map(this::probability).orElse(1.0),
                fields.text("from").map(this::instant).orElse(null),
                duration("after"),
                duration("for"),
                parameters());
    }

    private Map<FaultScope, String> places(JsonNode node) {
        Set<String> labels = fault.places().stream().map(FaultScope::label).collect(Collectors.toSet());
        DocumentFields on = DocumentFields.of(node, "on", labels);
        Map<FaultScope, String> places = new EnumMap<>(FaultScope.class);
        for (FaultScope place : fault.places()) {
            on.text(place.label()).ifPresent(name -> places.put(place, place(on, place, name)));
        }
        return places;
    }

    private static String place(DocumentFields on, FaultScope place, String name) {
        if (name.isEmpty()) {
            throw on.wrong(place.label(), "This must not be empty.");
        }
        return switch (place) {
            case TABLE -> {
                int dot = name.indexOf('.');
                if (dot < 1 || dot == name.length() - 1) {
                    throw on.wrong(place.label(), "This has to be a table with its schema, such as db1.table1.");
                }
                yield name;
            }
            case ADDRESS ->
                address(name)
                        .orElseThrow(() ->
                                on.wrong(place.label(), "This has to be a host and a port, such as 127.0.0.1:3306."));
            case SOURCE, TASK, WORKER, OPERATION -> name;
        };
    }

    private static Optional<String> address(String text) {
        int colon = text.lastIndexOf(':');
        String port = text.substring(colon + 1);
        if (colon < 0 || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > LAST_PORT) {
            return Optional.empty();
        }
        return Optional.of(Databases.address(text.substring(0, colon), Integer.parseInt(port)));
    }

    private double probability(JsonNode node) {
        double value = node.isNumber() ? node.doubleValue() : -1;
        if (value < 0 || value > 1) {
            throw fields.wrong("probability", "This has to be a number from 0 to 1.");
        }
        return value;
    }

    private Instant instant(String text) {
        try {
            Instant instant = Instant.parse(text);
            if (!SpaceClock.canShow(instant)) {
                throw fields.wrong("from", "This has to be from 1970 to " + SpaceClock.LATEST + ".");
            }
            return instant;
        } catch (DateTimeParseException e) {
            throw fields.wrong("from", "This has to be an ISO-8601 instant such as 2026-01-01T00:00:00Z.");
        }
    }

    private @Nullable Duration duration(String name) {
        return fields.text(name)
                .map(text -> DurationParser.parse(name, text, MAX_DURATION))
                .orElse(null);
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (FaultParameter parameter : fault.parameters()) {
            value(parameter).ifPresent(value -> parameters.put(parameter.name(), value));
        }
        return parameters;
    }

    private Optional<String> value(FaultParameter parameter) {
        return switch (parameter.type()) {
            case TEXT, DURATION -> fields.text(parameter.name());
            case INTEGER ->
                fields.number(parameter.name(), 0, Integer.MAX_VALUE).map(String::valueOf);
            case TRUTH -> fields.truth(parameter.name()).map(String::valueOf);
        };
    }

    /** Returns the labels of a fault's scopes. */
    static List<String> labels(Fault fault) {
        return Arrays.stream(FaultScope.values())
                .filter(fault.places()::contains)
                .map(FaultScope::label)
                .toList();
    }
}
