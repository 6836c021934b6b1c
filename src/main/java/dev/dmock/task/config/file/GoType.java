package dev.dmock.task.config.file;

import dev.dmock.go.GoDuration;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The type of a setting in DM's configuration structs. Types have the names that errors show. Values are a String, Long
 * or Boolean, a List, a {@code Map<String, …>}, or a {@link FileSettings} for a struct; null is a pointer to nothing.
 */
sealed interface GoType {

    String name();

    /** What a setting has that is not given. */
    @Nullable
    public Object zero();

    /** Any text; numbers and the like are taken as they are written. */
    record Text(String name) implements GoType {

        @Override
        public Object zero() {
            return "";
        }
    }

    /** A whole number within bounds. */
    record Whole(String name, BigInteger least, BigInteger most) implements GoType {

        @Override
        public Object zero() {
            return 0L;
        }
    }

    record Flag(String name) implements GoType {

        @Override
        public Object zero() {
            return false;
        }
    }

    /** A length of time, kept as it is printed. */
    record Length(String name) implements GoType {

        @Override
        public Object zero() {
            return GoDuration.format(0);
        }
    }

    /** An amount of bytes, with a unit. */
    record Size(String name) implements GoType {

        @Override
        public Object zero() {
            return 0L;
        }
    }

    record ListOf(String name, GoType element) implements GoType {

        static ListOf of(GoType element) {
            return new ListOf("[]" + element.name(), element);
        }

        @Override
        public Object zero() {
            return List.of();
        }
    }

    record MapOf(GoType element) implements GoType {

        @Override
        public String name() {
            return "map[string]" + element.name();
        }

        @Override
        public Object zero() {
            return Map.of();
        }
    }

    record PointerTo(GoType target) implements GoType {

        @Override
        public String name() {
            return "*" + target.name();
        }

        @Override
        public @Nullable Object zero() {
            return null;
        }
    }

    /**
     * A struct.
     *
     * @param fields in the order in which they are written
     * @param defaults what fields have before the file is read; a struct that has some reads itself, so that an error in
     *     it ends the reading
     */
    record Struct(String name, Map<String, Field> fields, Map<String, Object> defaults) implements GoType {

        static Struct of(String name, Field... fields) {
            Map<String, Field> byKey = java.util.Arrays.stream(fields)
                    .collect(Collectors.toMap(Field::key, f -> f, (one, other) -> one, LinkedHashMap::new));
            return new Struct(name, byKey, Map.of());
        }

        Struct withDefaults(Map<String, Object> others) {
            return new Struct(name, fields, others);
        }

        @Override
        public FileSettings zero() {
            FileSettings settings = new FileSettings();
            fields.values().stream().filter(f -> !f.hidden).forEach(f -> settings.put(f.key, f.type.zero()));
            return settings;
        }

        FileSettings initial() {
            FileSettings settings = zero();
            defaults.forEach(settings::put);
            return settings;
        }
    }

    /**
     * A field of a struct.
     *
     * @param hidden whether it is not written when it is not given
     */
    record Field(String key, GoType type, boolean hidden) {

        static Field of(String key, GoType type) {
            return new Field(key, type, false);
        }
    }
}
