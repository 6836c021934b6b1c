package dev.dmock.task.config.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The values of one struct of a configuration file, in the order in which they are written; {@link GoType} says of what kind. */
final class FileSettings {

    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    void put(String key, @Nullable Object value) {
        values.put(key, value);
    }

    @Nullable
    Object get(String key) {
        return values.get(key);
    }

    Map<String, @Nullable Object> values() {
        return values;
    }

    FileSettings copy() {
        FileSettings copy = new FileSettings();
        copy.values.putAll(values);
        return copy;
    }

    String text(String key) {
        return (String) Objects.requireNonNull(values.get(key));
    }

    long whole(String key) {
        return (Long) Objects.requireNonNull(values.get(key));
    }

    boolean flag(String key) {
        return (Boolean) Objects.requireNonNull(values.get(key));
    }

    /** A struct behind a pointer; null for none. */
    @Nullable
    FileSettings struct(String key) {
        return (FileSettings) values.get(key);
    }

    @SuppressWarnings("unchecked") // the type of the field says so
    List<String> texts(String key) {
        return (List<String>) Objects.requireNonNull(values.get(key));
    }

    @SuppressWarnings("unchecked") // the type of the field says so
    List<@Nullable FileSettings> structs(String key) {
        return (List<@Nullable FileSettings>) Objects.requireNonNull(values.get(key));
    }

    @SuppressWarnings("unchecked") // the type of the field says so
    Map<String, @Nullable FileSettings> structsByName(String key) {
        return (Map<String, @Nullable FileSettings>) Objects.requireNonNull(values.get(key));
    }
}
