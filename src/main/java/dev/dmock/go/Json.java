package dev.dmock.go;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value as it was sent: numbers keep their digits, the members of an object their order. Each knows the offset at
 * which Go's decoder stands when it finds the value to be of a wrong type, because DM v5.3 tells it.
 */
public sealed interface Json {

    /** Go's name of the kind of value, as in {@code json: cannot unmarshal array into …}. */
    String kind();

    int offset();

    /** The value without what was read around it, for values that are made and not read. */
    static Json of(String text) {
        return new Text(text, 0);
    }

    static Json of(boolean value) {
        return new Bool(value, 0);
    }

    static Json of(int value) {
        return new Num(Integer.toString(value), 0);
    }

    record Null(int offset) implements Json {
        @Override
        public String kind() {
            return "null";
        }
    }

    record Bool(boolean value, int offset) implements Json {
        @Override
        public String kind() {
            return "bool";
        }
    }

    /** A number, by its digits. */
    record Num(String literal, int offset) implements Json {
        @Override
        public String kind() {
            return "number";
        }
    }

    record Text(String value, int offset) implements Json {
        @Override
        public String kind() {
            return "string";
        }
    }

    record Array(List<Json> elements, int offset) implements Json {
        @Override
        public String kind() {
            return "array";
        }
    }

    /**
     * An object.
     *
     * @param members by name; of those with one name the last
     * @param sent all members in their order, since a decoder looks at each
     */
    record Obj(Map<String, Json> members, List<Member> sent, int offset) implements Json {

        public Obj(Map<String, Json> members, int offset) {
            this(
                    members,
                    members.entrySet().stream()
                            .map(e -> new Member(e.getKey(), e.getValue()))
                            .toList(),
                    offset);
        }

        public static Obj empty() {
            return new Obj(new LinkedHashMap<>(), 0);
        }

        @Override
        public String kind() {
            return "object";
        }

        public @Nullable Json get(String name) {
            return members.get(name);
        }

        /** The same with one member more, or another value for it. */
        public Obj with(String name, Json value) {
            Map<String, Json> changed = new LinkedHashMap<>(members);
            changed.put(name, value);
            return new Obj(changed, offset);
        }
    }

    /** A member of an object. */
    record Member(String name, Json value) {}
}
