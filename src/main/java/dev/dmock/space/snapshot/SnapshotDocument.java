package dev.dmock.space.snapshot;

import dev.dmock.space.fact.ConsistencyCheck;
import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.FactJson;
import dev.dmock.space.fact.Facts;
import dev.dmock.space.fact.Kind;
import dev.dmock.space.fact.Kinds;
import dev.dmock.space.fact.SpaceSettings;
import dev.dmock.time.SpaceClock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashTreePSet;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON document of a snapshot: all facts of a space by their kinds, and what its clock showed. Reading is strict:
 * what would not be the same when it is written again is refused.
 */
@Component
public class SnapshotDocument {

    /** The version of the format; documents of any other one are refused. */
    static final int FORMAT = 1;

    static final String AT = "at";
    private static final String FORMAT_FIELD = "format";
    private static final String SECRETS = "secrets";
    private static final String FACTS = "facts";
    private static final Set<String> FIELDS = Set.of(FORMAT_FIELD, AT, SECRETS, FACTS);

    private final FactJson json;

    private final List<ConsistencyCheck> coherences;

    public SnapshotDocument(List<Kinds> kinds, List<ConsistencyCheck> coherences) {
        this.json = new FactJson(kinds);
        this.coherences = coherences;
    }

    /** What a document says: all facts, and when it was that they were like this. */
    record Content(Facts facts, Instant at) {}

    ObjectNode write(Facts facts, Instant at) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put(FORMAT_FIELD, FORMAT);
        document.put(AT, at.toString());
        document.put(SECRETS, true);
        ObjectNode byKind = document.putObject(FACTS);
        facts.keys().stream()
                .sorted(Comparator.comparing((Draft.Touched r) -> r.kind().name())
                        .thenComparing(Draft.Touched::key))
                .forEach(record -> byKind.withArray("/" + record.kind().name()).add(tree(record, facts)));
        return document;
    }

    private JsonNode tree(Draft.Touched record, Facts facts) {
        return json.tree(Objects.requireNonNull(record.in(facts)));
    }

    String text(JsonNode document) {
        return json.write(document);
    }

    JsonNode tree(String text) {
        return json.tree(text);
    }

    /** @throws SnapshotException with the path of what is wrong */
    Content read(JsonNode document) {
        checkFrame(document);
        Facts facts = Facts.NONE;
        for (Map.Entry<String, JsonNode> entry : document.get(FACTS).properties()) {
            String path = FACTS + "." + entry.getKey();
            Kind<?> kind = json.kind(entry.getKey())
                    .orElseThrow(() -> new SnapshotException(path, "this version of DMock does not know this kind"));
            if (!entry.getValue().isArray()) {
                throw new SnapshotException(path, "has to be a list of records");
            }
            for (int i = 0; i < entry.getValue().size(); i++) {
                facts = with(facts, kind, entry.getValue().get(i), path + "[" + i + "]");
            }
        }
        if (facts.all(SpaceSettings.KIND).size() != 1) {
            throw new SnapshotException(FACTS + ".settings", "has to have one record");
        }
        Content content = new Content(facts, instant(document.get(AT)));
        checkCoherence(content);
        return content;
    }

    private void checkCoherence(Content content) {
        Draft draft = new Draft(content.facts(), HashTreePSet.empty(), content.at(), content.at());
        coherences.stream()
                .flatMap(coherence -> coherence.check(draft).stream())
                .findFirst()
                .ifPresent(misfit -> {
                    throw new SnapshotException(FACTS + "." + misfit.kind().name(), misfit.sentence());
                });
    }

    private static void checkFrame(JsonNode document) {
        if (!document.isObject()) {
            throw new SnapshotException("", "has to be a JSON object");
        }
        JsonNode format = document.path(FORMAT_FIELD);
        if (!format.isInt() || format.intValue() != FORMAT) {
            throw new SnapshotException(FORMAT_FIELD, "this version of DMock reads format " + FORMAT + " only");
        }
        document.propertyNames().stream()
                .filter(name -> !FIELDS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new SnapshotException(name, "there is no such field");
                });
        JsonNode secrets = document.path(SECRETS);
        if (!secrets.isMissingNode() && !secrets.isBoolean()) {
            throw new SnapshotException(SECRETS, "has to be true or false");
        }
        if (!secrets.asBoolean(true)) {
            throw new SnapshotException(
                    SECRETS, "passwords are masked in this document; download it with ?secrets=true to restore it");
        }
        if (!document.path(FACTS).isObject()) {
            throw new SnapshotException(FACTS, "has to be an object with the records of each kind");
        }
    }

    private static Instant instant(@Nullable JsonNode at) {
        try {
            Instant instant = Instant.parse(at == null ? "" : at.asString(""));
            if (!SpaceClock.canShow(instant)) {
                throw new SnapshotException(AT, "has to be from 1970 to " + SpaceClock.LATEST);
            }
            return instant;
        } catch (DateTimeException e) {
            throw new SnapshotException(AT, "has to be an instant such as 2026-01-01T00:00:00Z");
        }
    }

    private <V> Facts with(Facts facts, Kind<V> kind, JsonNode given, String path) {
        try {
            V value = json.read(kind, json.write(given));
            if (value == null) {
                throw new SnapshotException(path, "has to be an object");
            }
            MissingValues.first(value, path).ifPresent(gap -> {
                throw new SnapshotException(gap, "has to be there");
            });
            String difference = difference(given, json.tree(value), path);
            if (difference != null) {
                throw new SnapshotException(difference, "is not what this version of DMock keeps here");
            }
            if (facts.find(kind, key(kind, value, path)) != null) {
                throw new SnapshotException(path, "is there twice");
            }
            return facts.with(kind, value);
        } catch (JacksonException e) {
            throw new SnapshotException(path, e.getOriginalMessage());
        }
    }

    /** Records do not check that everything is there; without a key, nothing else would. */
    private static <V> String key(Kind<V> kind, V value, String path) {
        try {
            return kind.key().apply(value);
        } catch (NullPointerException e) {
            throw new SnapshotException(path, "lacks what tells it from others");
        }
    }

    /** The path of the first value that is not the same; null if there is none. */
    private static @Nullable String difference(JsonNode given, JsonNode kept, String path) {
        if (given.isObject() && kept.isObject()) {
            for (String name : given.propertyNames()) {
                if (!kept.has(name)) {
                    return path + "." + name;
                }
            }
            for (Map.Entry<String, JsonNode> member : kept.properties()) {
                String at = path + "." + member.getKey();
                JsonNode other = given.get(member.getKey());
                String found = other == null ? at : difference(other, member.getValue(), at);
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        if (given.isArray() && kept.isArray() && given.size() == kept.size()) {
            for (int i = 0; i < given.size(); i++) {
                String found = difference(given.get(i), kept.get(i), path + "[" + i + "]");
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
        return given.equals(kept) ? null : path;
    }
}
