package dev.dmock.task.config.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * A name with wildcards, as in DM's rules: {@code *} at the end stands for anything, {@code ?} for one character,
 * {@code [a-z0]} and {@code [!a-z]} for one of a set, or of all others.
 */
final class NamePattern {

    private final List<Part> parts;
    private final boolean open;

    private NamePattern(List<Part> parts, boolean open) {
        this.parts = parts;
        this.open = open;
    }

    /** Reads a pattern; refuses one that goes on behind its {@code *}. */
    static NamePattern parse(String pattern) {
        int[] characters = pattern.codePoints().toArray();
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < characters.length; i++) {
            int character = characters[i];
            int close = character == '[' ? closing(characters, i) : -1;
            if (character == '*') {
                if (i + 1 < characters.length) {
                    throw new InvalidRuleException("pattern " + pattern + " not valid");
                }
                return new NamePattern(List.copyOf(parts), true);
            } else if (character == '?') {
                parts.add(new AnyCharacter());
            } else if (close >= 0) {
                parts.add(set(characters, i + 1, close));
                i = close;
            } else {
                parts.add(new OneCharacter(character));
            }
        }
        return new NamePattern(List.copyOf(parts), false);
    }

    boolean matches(String name) {
        int[] characters = name.codePoints().toArray();
        if (open ? characters.length < parts.size() : characters.length != parts.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).matches(characters[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether DM takes both for the same pattern, so that a rule on the one excludes a rule on the other. */
    boolean sameAs(NamePattern other) {
        if (open != other.open || parts.size() != other.parts.size()) {
            return false;
        }
        for (int i = 0; i < parts.size(); i++) {
            if (!parts.get(i).sameAs(other.parts.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static int closing(int[] characters, int from) {
        for (int i = from; i < characters.length; i++) {
            if (characters[i] == ']') {
                return i;
            }
        }
        return -1;
    }

    private static Part set(int[] characters, int from, int close) {
        boolean inverted = characters[from] == '!';
        List<Range> ranges = new ArrayList<>();
        for (int i = inverted ? from + 1 : from; i < close; i++) {
            boolean between = characters[i + 1] == '-' && i + 2 < close;
            ranges.add(new Range(characters[i], between ? characters[i + 2] : characters[i]));
            i += between ? 2 : 0;
        }
        // a lone exclamation mark means itself
        return inverted && ranges.isEmpty()
                ? new OneOf(false, List.of(new Range('!', '!')))
                : new OneOf(inverted, ranges);
    }

    private sealed interface Part {

        boolean matches(int character);

        default boolean sameAs(Part other) {
            return equals(other);
        }
    }

    private record AnyCharacter() implements Part {

        @Override
        public boolean matches(int character) {
            return true;
        }
    }

    private record OneCharacter(int wanted) implements Part {

        @Override
        public boolean matches(int character) {
            return character == wanted;
        }
    }

    private record OneOf(boolean inverted, List<Range> ranges) implements Part {

        @Override
        public boolean matches(int character) {
            return inverted != ranges.stream().anyMatch(r -> r.from <= character && character <= r.to);
        }

        @Override
        public boolean sameAs(Part other) {
            return other instanceof OneOf set && inverted == set.inverted && within(set) && set.within(this);
        }

        private boolean within(OneOf other) {
            return ranges.stream().allMatch(r -> other.ranges.stream().anyMatch(o -> o.from <= r.from && r.to <= o.to));
        }
    }

    private record Range(int from, int to) {}
}
