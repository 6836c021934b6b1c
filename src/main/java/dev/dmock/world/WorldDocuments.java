package dev.dmock.world;

import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Parses world documents and events strictly, and serializes worlds. */
@Component
public class WorldDocuments {

    private final JsonMapper json = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** @throws WorldException with the path of the first unknown field or invalid value */
    public World read(JsonNode document) {
        return new WorldReader().read(document);
    }

    /** @throws WorldException as {@link #read}, and for invalid JSON */
    public World readJson(String text) {
        return read(tree(json, text, "JSON"));
    }

    /** @throws WorldException as {@link #read}, and for invalid YAML */
    public World readYaml(String text) {
        YAMLMapper yaml = YAMLMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return read(tree(yaml, text, "YAML"));
    }

    /**
     * Parses the body of a PATCH.
     *
     * @throws WorldException with the path of the first unknown field or invalid value
     */
    public WorldEvent readEvent(JsonNode body) {
        return EventReader.read(body);
    }

    /** Serializes a world so that {@link #read} returns it again; keys follow the document's order. */
    public JsonNode write(World world) {
        return WorldWriter.write(world);
    }

    /** Parses a text; an empty text is an empty document. */
    private static JsonNode tree(ObjectMapper mapper, String text, String format) {
        try {
            JsonNode tree = mapper.readTree(text);
            return tree.isMissingNode() || tree.isNull() ? JsonNodeFactory.instance.objectNode() : tree;
        } catch (JacksonException e) {
            throw new WorldException("", "This is not " + format + ": " + e.getOriginalMessage());
        }
    }
}
