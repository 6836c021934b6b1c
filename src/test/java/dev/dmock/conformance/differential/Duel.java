package dev.dmock.conformance.differential;

import dev.dmock.conformance.Differences;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Plays conversations against two servers at once, and compares their answers with the matchers of the cases.
 *
 * @param patience how long an answer to a GET may differ before it counts, as states follow requests with a delay
 */
record Duel(Side left, Side right, Duration patience) {

    /** Lists that a real server answers in any order, and bare lists. */
    static final List<String> UNORDERED = List.of("json", "results");

    private static final Differences DIFFERENCES = Differences.whole(UNORDERED);
    private static final long POLL_MILLIS = 200;

    /**
     * The first step at which the servers differ.
     *
     * @param lines how the right one's answer differs from the left one's
     * @param expected what is expected after the left one's answer, for each request up to this one; empty objects for events
     */
    record Difference(int step, List<String> lines, List<ObjectNode> expected) {

        /** Where the first line sees it: {@code $.json.data[0].stage}. */
        String place() {
            return lines.get(0).split(": ", 2)[0];
        }
    }

    Optional<Difference> play(Conversation conversation) {
        Side.Run leftRun = left.begin(conversation.world());
        Side.Run rightRun = right.begin(conversation.world());
        List<ObjectNode> expected = new ArrayList<>();
        for (int i = 0; i < conversation.steps().size(); i++) {
            ObjectNode step = conversation.steps().get(i);
            List<String> lines;
            if (step.get("world") instanceof ObjectNode event) {
                lines = happen(event, leftRun, rightRun);
                expected.add(Steps.object());
            } else {
                Answers answers = ask(step.get("send"), leftRun, rightRun);
                leftRun.capture(step, answers.left());
                rightRun.capture(step, answers.right());
                lines = answers.lines();
                expected.add(answers.expected());
            }
            if (!lines.isEmpty()) {
                return Optional.of(new Difference(i, lines, expected));
            }
        }
        return Optional.empty();
    }

    private static List<String> happen(ObjectNode event, Side.Run leftRun, Side.Run rightRun) {
        Optional<String> atLeft = leftRun.happen(event);
        Optional<String> atRight = rightRun.happen(event);
        return atLeft.isPresent() == atRight.isPresent()
                ? List.of()
                : List.of("$.event: " + atRight.orElse("accepted") + ", expected " + atLeft.orElse("accepted"));
    }

    private record Answers(ObjectNode left, ObjectNode right, ObjectNode expected, List<String> lines) {}

    private Answers ask(JsonNode send, Side.Run leftRun, Side.Run rightRun) {
        boolean repeatable = send.path("method").asString().equals("GET");
        long deadline = System.nanoTime() + (repeatable ? patience.toNanos() : 0);
        while (true) {
            ObjectNode atLeft = leftRun.ask(send);
            ObjectNode atRight = rightRun.ask(send);
            ObjectNode expected = Expectation.of(atLeft);
            List<String> lines = DIFFERENCES.between(expected, atRight);
            if (lines.isEmpty() || System.nanoTime() >= deadline) {
                return new Answers(atLeft, atRight, expected, lines);
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
