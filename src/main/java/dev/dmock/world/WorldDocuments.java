package dev.dmock.world;

import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads world documents and events strictly, and writes worlds. */
@Component
public class WorldDocuments {

    /** @throws WorldException with the path of the first unknown field or impossible value */
    public World read(JsonNode document) {
        throw new UnsupportedOperationException(document.toString());
    }

    public World readJson(String text) {
        throw new UnsupportedOperationException(text);
    }

    public World readYaml(String text) {
        throw new UnsupportedOperationException(text);
    }

    public WorldEvent readEvent(JsonNode body) {
        throw new UnsupportedOperationException(body.toString());
    }

    /** The document that {@link #read} understands as this world; keys in the document's order. */
    public JsonNode write(World world) {
        throw new UnsupportedOperationException(world.toString());
    }
}
