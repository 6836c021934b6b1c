package dev.dmock.conformance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Plays cases against a server: lays the world, makes the requests and events in order, and compares the answers. */
public final class CasePlayer {

    private static final Duration POLL = Duration.ofMillis(20);

    private final WireClient client;
    private final Masters masters;
    private final Duration patience;
    private final boolean endAtDifference;

    /** {@code patience} caps how long an {@code until} waits, whatever the case says. */
    public CasePlayer(WireClient client, Masters masters, Duration patience) {
        this(client, masters, patience, false);
    }

    private CasePlayer(WireClient client, Masters masters, Duration patience, boolean endAtDifference) {
        this.client = client;
        this.masters = masters;
        this.patience = patience;
        this.endAtDifference = endAtDifference;
    }

    /** A player that ends each case with the first step that differs. */
    static CasePlayer untilFirstDifference(WireClient client, Masters masters, Duration patience) {
        return new CasePlayer(client, masters, patience, true);
    }

    /** One line for each difference; none if the server answers as the real one did. */
    public List<String> play(RecordedCase recorded) {
        tellWorld("PUT", recorded.world());
        Run run = new Run(Differences.whole(recorded.unordered()));
        int number = 0;
        for (Step step : recorded.steps()) {
            number++;
            if (step instanceof Step.Event happening) {
                tellWorld("PATCH", run.captures.substitute(happening.event()));
            } else if (step instanceof Step.Exchange exchange && !run.goesOnAfter(exchange, number)) {
                break;
            }
        }
        return run.lines;
    }

    private void tellWorld(String method, JsonNode document) {
        Reply reply = client.send(
                Call.of(method, masters.first(), "/_dmock/world").with("application/json", CaseJson.write(document)));
        if (reply.status() >= 300) {
            throw new WorldRefusedException(reply);
        }
    }

    /** What is kept while one case is played. */
    private final class Run {

        private final Captures captures = new Captures();
        private final List<String> lines = new ArrayList<>();
        private final Differences differences;

        private Run(Differences differences) {
            this.differences = differences;
        }

        private boolean goesOnAfter(Step.Exchange exchange, int number) {
            String label = "step " + number + " (" + exchange.label() + "): ";
            Answer answer = answer(exchange);
            answer.differences().forEach(line -> lines.add(label + line));
            if ((endAtDifference || exchange.stopOnDifference())
                    && !answer.differences().isEmpty()) {
                return false;
            }
            return exchange.captures().entrySet().stream().allMatch(capture -> {
                Optional<JsonNode> value = capture.getValue().in(answer.seen().path("json"));
                value.ifPresentOrElse(
                        found -> captures.put(capture.getKey(), found),
                        () -> lines.add(
                                label + "nothing at " + capture.getValue().text() + " to capture"));
                return value.isPresent();
            });
        }

        private Answer answer(Step.Exchange exchange) {
            JsonNode send = captures.substitute(exchange.send());
            JsonNode expect = located(captures.substitute(exchange.expect()));
            Optional<JsonNode> until = exchange.until().map(captures::substitute);
            Call call = Call.of(send, masters);
            boolean follow = send.path("follow").asBoolean(true);
            List<String> shownHeaders = RecordedCase.strings(send.path("show_headers"));
            Duration wait = exchange.within().compareTo(patience) < 0 ? exchange.within() : patience;
            long deadline = System.nanoTime() + wait.toNanos();
            while (true) {
                ObjectNode seen = (follow ? client.send(call) : client.sendOnce(call)).seen(shownHeaders);
                List<String> off = new ArrayList<>();
                until.ifPresent(shown -> off.addAll(differences.partial().between(shown, seen)));
                off.addAll(differences.between(expect, seen));
                if (off.isEmpty() || until.isEmpty() || System.nanoTime() > deadline) {
                    return new Answer(seen, off);
                }
                pause();
            }
        }

        /** Locations name masters by their usual addresses. */
        private JsonNode located(JsonNode expect) {
            if (expect.path("headers").path("Location").isString()) {
                ObjectNode headers = (ObjectNode) expect.get("headers");
                headers.put("Location", masters.locate(headers.get("Location").asString()));
            }
            return expect;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }

    private record Answer(ObjectNode seen, List<String> differences) {}
}
