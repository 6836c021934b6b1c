package dev.dmock.conformance;

import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a recorded expectation may say in place of a value that differs from run to run, such as {@code <binlog>}. */
enum Matcher {
    ANY("<any>", value -> true),
    INT("<int>", JsonNode::isIntegralNumber),
    NUMBER("<number>", JsonNode::isNumber),
    STRING("<string>", JsonNode::isString),
    TEXT("<text>", value -> value.isString() && !value.asString().isEmpty()),
    WORKER("<worker>", TEXT.test),
    BINLOG("<binlog>", whole("\\([^,()]*, \\d+\\)")),
    GTID("<gtid>", whole("([0-9a-fA-F-]{36}(:\\d+(-\\d+)?)+(,\\s*)?)*")),
    TIME("<time>", whole("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d:\\d\\d.*"));

    private static final Map<String, Matcher> BY_NOTATION =
            Stream.of(values()).collect(Collectors.toMap(matcher -> matcher.notation, Function.identity()));

    private final String notation;
    private final Predicate<JsonNode> test;

    Matcher(String notation, Predicate<JsonNode> test) {
        this.notation = notation;
        this.test = test;
    }

    /** The test that {@code expected} stands for; null if it is an ordinary string that stands for itself. */
    static @Nullable Predicate<JsonNode> in(String expected) {
        if (expected.startsWith("<re:") && expected.endsWith(">")) {
            return whole(expected.substring("<re:".length(), expected.length() - 1));
        }
        if (expected.startsWith("<after:") && expected.endsWith(">")) {
            return new BehindPosition(expected.substring("<after:".length(), expected.length() - 1));
        }
        Matcher matcher = BY_NOTATION.get(expected);
        return matcher == null ? null : matcher.test;
    }

    private static Predicate<JsonNode> whole(String pattern) {
        Pattern compiled = Pattern.compile(pattern, Pattern.DOTALL);
        return value -> value.isString() && compiled.matcher(value.asString()).matches();
    }
}
