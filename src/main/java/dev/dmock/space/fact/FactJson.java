package dev.dmock.space.fact;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The kinds of facts that the program knows, and their records as JSON. */
public final class FactJson {

    private final JsonMapper mapper = JsonMapper.builder().build();
    private final Map<String, Kind<?>> kinds;

    public FactJson(List<Kinds> kinds) {
        this.kinds = kinds.stream()
                .flatMap(k -> k.kinds().stream())
                .collect(Collectors.toMap(Kind::name, Function.identity()));
    }

    public Optional<Kind<?>> kind(String name) {
        return Optional.ofNullable(kinds.get(name));
    }

    public String write(Object value) {
        return mapper.writeValueAsString(value);
    }

    public <V> V read(Kind<V> kind, String body) {
        return mapper.readValue(body, kind.type());
    }

    /** The record as it would be read from what is written of it. */
    public JsonNode tree(Object value) {
        return mapper.readTree(write(value));
    }

    public JsonNode tree(String text) {
        return mapper.readTree(text);
    }
}
