package dev.dmock.conformance.differential;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A world, and requests and events in it, each in the form of a step of a case. */
record Conversation(String name, ObjectNode world, List<ObjectNode> steps) {

    Conversation {
        steps = List.copyOf(steps);
    }

    Conversation withSteps(List<ObjectNode> others) {
        return new Conversation(name, world, others);
    }

    Conversation withWorld(ObjectNode other) {
        return new Conversation(name, other, steps);
    }

    Conversation upTo(int step) {
        return withSteps(steps.subList(0, step + 1));
    }

    /** Without the steps from one position up to another. */
    Conversation without(int from, int to) {
        List<ObjectNode> left = new ArrayList<>(steps.subList(0, from));
        left.addAll(steps.subList(to, steps.size()));
        return withSteps(left);
    }
}
