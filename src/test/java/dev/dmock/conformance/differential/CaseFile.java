package dev.dmock.conformance.differential;

import dev.dmock.conformance.differential.Reducer.Found;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Writes a difference as a case: what the left server answered is expected. */
final class CaseFile {

    private CaseFile() {}

    static Path write(Path folder, Found found) {
        Conversation conversation = found.conversation();
        ObjectNode document = Steps.object();
        ObjectNode world = conversation.world().deepCopy();
        document.put("case", "differential/" + conversation.name());
        document.put("api", world.remove("api").asString());
        document.put(
                "about", "two servers differ: " + found.difference().lines().get(0));
        ArrayNode unordered = document.putArray("unordered");
        Duel.UNORDERED.forEach(unordered::add);
        document.set("world", world);
        ArrayNode steps = document.putArray("steps");
        for (int i = 0; i < conversation.steps().size(); i++) {
            ObjectNode step = conversation.steps().get(i).deepCopy();
            if (step.has("send")) {
                step.set("expect", found.difference().expected().get(i));
            }
            steps.add(step);
        }
        try {
            Path file = folder.resolve(conversation.name() + ".yaml");
            Files.createDirectories(folder);
            Files.writeString(file, new YAMLMapper().writeValueAsString(document));
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
