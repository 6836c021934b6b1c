package dev.dmock.task.config.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads YAML into DM's configuration structs as Go's package does in its strict way: an unknown or repeated key is a
 * mistake, and so is a value of another type. All mistakes are collected, apart from those that end the reading.
 */
final class StrictDecoder {

    private static final int LONGEST_SHOWN = 10;

    private final List<String> mistakes = new ArrayList<>();
    private final AliasGuard guard = new AliasGuard();

    private StrictDecoder() {}

    /**
     * Reads a file.
     *
     * @throws YamlProblem with everything that is wrong
     */
    static FileSettings decode(String text) {
        FileSettings file = FileTypes.emptyFile();
        StrictDecoder decoder = new StrictDecoder();
        Object read = YamlTree.parse(text)
                .map(root -> decoder.decode(root, FileTypes.TASK, file))
                .orElse(file);
        decoder.requireNoMistakes(0);
        return (FileSettings) Objects.requireNonNull(read);
    }

    private void requireNoMistakes(int before) {
        List<String> found = mistakes.subList(before, mistakes.size());
        if (!found.isEmpty()) {
            throw new YamlProblem("yaml: unmarshal errors:\n  " + String.join("\n  ", found));
        }
    }

    /** Reads a node; {@code current} is what a struct or a merged map has so far. After a mistake the value does not matter. */
    private @Nullable Object decode(YamlNode node, GoType type, @Nullable Object current) {
        if (type instanceof GoType.PointerTo pointer && !isNothing(node)) {
            return decode(node, pointer.target(), pointer.target() instanceof GoType.Struct s ? s.initial() : null);
        }
        guard.count(node);
        if (node instanceof YamlNode.Alias alias) {
            return guard.<@Nullable Object>follow(alias, () -> decode(alias.target(), type, current));
        }
        boolean reads =
                type instanceof GoType.Struct struct && !struct.defaults().isEmpty();
        int before = mistakes.size();
        Object value = node instanceof YamlNode.Scalar scalar
                ? scalar(scalar, type)
                : node instanceof YamlNode.Mapping mapping
                        ? mapping(mapping, type, current)
                        : sequence((YamlNode.Sequence) node, type);
        if (reads) {
            requireNoMistakes(before);
        }
        return value;
    }

    private static boolean isNothing(YamlNode node) {
        YamlNode target = node instanceof YamlNode.Alias alias ? alias.target() : node;
        return target instanceof YamlNode.Scalar scalar && scalar.isNothing();
    }

    private @Nullable Object scalar(YamlNode.Scalar node, GoType type) {
        GoScalar read = ScalarDecoder.resolve(node);
        Object value = read.value();
        if (value == null) {
            return type.zero();
        }
        Optional<Object> fitting = ScalarDecoder.value(node, type, value);
        if (fitting.isEmpty()) {
            mistake(node, node.tag().isEmpty() ? read.tag() : node.tag(), shown(node.value()), type);
        }
        return fitting.orElse(null);
    }

    private Object sequence(YamlNode.Sequence node, GoType type) {
        if (!(type instanceof GoType.ListOf list)) {
            mistake(node, "!!seq", "", type);
            return Objects.requireNonNullElse(type.zero(), "");
        }
        List<@Nullable Object> elements = new ArrayList<>();
        for (YamlNode element : node.elements()) {
            elements.add(decode(element, list.element(), list.element().zero()));
        }
        return elements;
    }

    private @Nullable Object mapping(YamlNode.Mapping node, GoType type, @Nullable Object current) {
        if (type instanceof GoType.Struct struct) {
            FileSettings settings = current instanceof FileSettings given ? given : struct.initial();
            struct(node, struct, settings);
            return settings;
        } else if (type instanceof GoType.MapOf map) {
            MapValues values = current instanceof MapValues given ? given : new MapValues();
            map(node, map, values);
            return values;
        }
        mistake(node, "!!map", "", type);
        return type.zero();
    }

    private void struct(YamlNode.Mapping node, GoType.Struct type, FileSettings into) {
        Set<String> done = new HashSet<>();
        for (YamlNode.Entry entry : node.entries()) {
            if (entry.key() instanceof YamlNode.Scalar key && key.merges()) {
                merged(entry.value()).forEach(other -> decode(other, type, into));
                continue;
            }
            String key = key(entry.key());
            GoType.Field field = key == null ? null : type.fields().get(key);
            if (field != null && done.add(field.key())) {
                into.put(field.key(), decode(entry.value(), field.type(), into.get(field.key())));
            } else if (key != null) {
                String what = field == null ? " not found in type " : " already set in type ";
                mistakes.add("line " + entry.key().line() + ": field " + key + what + type.name());
            }
        }
    }

    private void map(YamlNode.Mapping node, GoType.MapOf type, MapValues into) {
        for (YamlNode.Entry entry : node.entries()) {
            if (entry.key() instanceof YamlNode.Scalar key && key.merges()) {
                merged(entry.value()).forEach(other -> decode(other, type, into));
                continue;
            }
            String key = key(entry.key());
            if (key != null) {
                Object value = decode(entry.value(), type.element(), null);
                if (into.containsKey(key)) {
                    mistakes.add("line " + entry.value().line() + ": key \"" + key + "\" already set in map");
                } else {
                    into.put(key, value);
                }
            }
        }
    }

    private @Nullable String key(YamlNode node) {
        int before = mistakes.size();
        Object key = decode(node, new GoType.Text("string"), null);
        return mistakes.size() > before ? null : (String) key;
    }

    /** The mappings that a merge key brings in, the ones with precedence last. */
    private static List<YamlNode> merged(YamlNode value) {
        List<YamlNode> others = new ArrayList<>();
        if (value instanceof YamlNode.Sequence sequence) {
            sequence.elements().forEach(element -> others.add(0, element));
        } else {
            others.add(value);
        }
        for (YamlNode other : others) {
            YamlNode target = other instanceof YamlNode.Alias alias ? alias.target() : other;
            if (!(target instanceof YamlNode.Mapping)) {
                throw new YamlProblem("yaml: map merge requires map or sequence of maps as the value");
            }
        }
        return others;
    }

    private void mistake(YamlNode node, String tag, String shown, GoType type) {
        mistakes.add("line " + node.line() + ": cannot unmarshal " + tag + shown + " into " + type.name());
    }

    private static String shown(String value) {
        return value.length() > LONGEST_SHOWN ? " `" + value.substring(0, 7) + "...`" : " `" + value + "`";
    }

    /** A map that is being read. */
    private static final class MapValues extends LinkedHashMap<String, @Nullable Object> {

        private static final long serialVersionUID = 1L;
    }
}
