package dev.dmock.go;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value as sent: numbers keep their digits, objects keep the order of their members. Each value knows the offset
 * that Go's decoder reports for a type error, because DM v5.3 returns it.
 */
public sealed interface Json {

    /** Returns Go's name of the value's kind, as in {@code json: cannot unmarshal array into …}. */
    String kind();

    int offset();

    /** Creates a value without a meaningful offset, because it was not parsed. */
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

    /** A number with its original digits. */
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
     * @param members by name; the last of duplicates
     * @param sent all members in order, including duplicates, because a decoder visits each
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

        /** Returns a copy with one member added or replaced. */
        public Obj with(String name, Json value) {
            Map<String, Json> changed = new LinkedHashMap<>(members);
            changed.put(name, value);
            return new Obj(changed, offset);
        }
    }

    /** A member of an object. */
    record Member(String name, Json value) {}
}
