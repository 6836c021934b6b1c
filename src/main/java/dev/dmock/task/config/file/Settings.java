package dev.dmock.task.config.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The values of one struct of a configuration file, in the order in which they are written; {@link GoType} says of what kind. */
final class Settings {

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

    Settings copy() {
        Settings copy = new Settings();
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
    Settings struct(String key) {
        return (Settings) values.get(key);
    }

    @SuppressWarnings("unchecked") // the type of the field says so
    List<String> texts(String key) {
        return (List<String>) Objects.requireNonNull(values.get(key));
    }

    @SuppressWarnings("unchecked") // the type of the field says so
    List<@Nullable Settings> structs(String key) {
        return (List<@Nullable Settings>) Objects.requireNonNull(values.get(key));
    }

    @SuppressWarnings("unchecked") // the type of the field says so
    Map<String, @Nullable Settings> structsByName(String key) {
        return (Map<String, @Nullable Settings>) Objects.requireNonNull(values.get(key));
    }
}
