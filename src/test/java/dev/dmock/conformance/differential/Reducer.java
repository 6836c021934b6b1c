package dev.dmock.conformance.differential;

import dev.dmock.conformance.differential.Duel.Difference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Leaves out of a conversation what a difference does not need: steps, and parts of the world. */
final class Reducer {

    private final Duel duel;

    Reducer(Duel duel) {
        this.duel = duel;
    }

    /** A conversation and the difference that it ends with. */
    record Found(Conversation conversation, Difference difference) {}

    /** A difference in a conversation, with what it needs only; empty if the servers do not differ. */
    Optional<Found> reduce(Conversation conversation) {
        return duel.play(conversation)
                .map(difference -> new Found(conversation.upTo(difference.step()), difference))
                .map(this::withoutSteps)
                .map(this::withoutPartsOfTheWorld);
    }

    /** Tries to leave out longer and longer rows of steps less, from the end, until no single step can be left out. */
    private Found withoutSteps(Found found) {
        Found least = found;
        for (int length = Math.max(1, found.conversation().steps().size() / 2); length > 0; length /= 2) {
            boolean shorter = true;
            while (shorter) {
                Found before = least;
                least = withoutRows(least, length);
                shorter = least != before;
            }
        }
        return least;
    }

    private Found withoutRows(Found found, int length) {
        Found least = found;
        for (int to = least.conversation().steps().size() - 1; to >= length; to--) {
            int end = Math.min(to, least.conversation().steps().size() - 1);
            least = tried(least, least.conversation().without(Math.max(0, end - length), end));
        }
        return least;
    }

    private Found withoutPartsOfTheWorld(Found found) {
        Found least = found;
        for (String list : List.of("upstreams", "downstreams")) {
            for (int i = found.conversation().world().path(list).size() - 1; i >= 0; i--) {
                least = withoutElement(least, list, i);
            }
            for (int i = 0; i < least.conversation().world().path(list).size(); i++) {
                for (String field : List.of("sql", "users", "databases")) {
                    least = withoutField(least, list, i, field);
                }
            }
        }
        return least;
    }

    private Found withoutElement(Found found, String list, int index) {
        ObjectNode world = found.conversation().world().deepCopy();
        ((ArrayNode) world.get(list)).remove(index);
        return tried(found, found.conversation().withWorld(world));
    }

    private Found withoutField(Found found, String list, int index, String field) {
        ObjectNode world = found.conversation().world().deepCopy();
        JsonNode removed = ((ObjectNode) world.get(list).get(index)).remove(field);
        return removed == null ? found : tried(found, found.conversation().withWorld(world));
    }

    /** The other conversation, if it ends with the same difference. */
    private Found tried(Found found, Conversation other) {
        List<ObjectNode> steps = new ArrayList<>(other.steps());
        if (steps.isEmpty()) {
            return found;
        }
        try {
            return duel.play(other)
                    .filter(difference -> difference.step() == steps.size() - 1
                            && difference.place().equals(found.difference().place()))
                    .map(difference -> new Found(other, difference))
                    .orElse(found);
        } catch (IllegalStateException impossible) { // a world without something that it needs
            return found;
        }
    }
}
