package dev.dmock.console;

import dev.dmock.fault.ArmedFault;
import dev.dmock.fault.Fault;
import dev.dmock.fault.FaultScope;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An armed fault.
 *
 * @param on a text with the scopes and parameters; empty if there are none
 * @param struck a text with the number of strikes; empty if the fault does not strike repeatedly
 */
record ConsoleFaultView(String id, String fault, String state, String look, String on, String struck) {

    static ConsoleFaultView of(ArmedFault armed) {
        String on = Stream.concat(
                        armed.on().entrySet().stream().map(e -> e.getKey().label() + " " + e.getValue()),
                        armed.parameters().entrySet().stream().map(e -> e.getKey() + " " + e.getValue()))
                .collect(Collectors.joining(", "));
        return new ConsoleFaultView(
                armed.id(), armed.fault().label(), armed.state(), look(armed.state()), on, struck(armed));
    }

    private static String look(String state) {
        return state.equals("active") ? "bad" : state.equals("waiting") ? "warn" : "idle";
    }

    private static String struck(ArmedFault armed) {
        if (!armed.fault().strikesRepeatedly()) {
            return "";
        }
        return armed.times() == null
                ? "struck " + ConsoleFormat.count(armed.struck(), "time")
                : "struck " + armed.struck() + " of " + armed.times() + " times";
    }

    /** A fault of the catalogue, as the form for arming offers it. */
    record Choice(String fault, String about, List<String> places, boolean repeats, List<Field> fields) {

        static List<Choice> all() {
            return Arrays.stream(Fault.values()).map(Choice::of).toList();
        }

        private static Choice of(Fault fault) {
            List<String> places = Arrays.stream(FaultScope.values())
                    .filter(fault.places()::contains)
                    .map(FaultScope::label)
                    .toList();
            List<Field> fields = fault.parameters().stream()
                    .map(p -> new Field(p.name(), p.type().label(), p.standard(), p.about(), p.choices()))
                    .toList();
            return new Choice(fault.label(), fault.about(), places, fault.strikesRepeatedly(), fields);
        }
    }

    /** A parameter of a fault; {@code choices} is empty if any value of the type is allowed. */
    record Field(String name, String type, String standard, String about, List<String> choices) {}
}
