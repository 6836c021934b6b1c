package dev.dmock.task.config.rule;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A name with wildcards, as in DM's rules: {@code *} at the end stands for anything, {@code ?} for one character,
 * {@code [a-z0]} and {@code [!a-z]} for one of a set, or of all others. Patterns are equal if DM takes them for the
 * same, so that a rule on the one excludes a rule on the other.
 *
 * @param parts one for each character
 * @param open whether anything may follow
 */
record NamePattern(List<Part> parts, boolean open) {

    private static final int LAST_RANK = 3;

    /** Reads a pattern; refuses one that goes on behind its {@code *}. */
    static NamePattern parse(String pattern) {
        int[] characters = pattern.codePoints().toArray();
        List<Part> parts = new ArrayList<>();
        int lastClosing = pattern.codePointCount(0, pattern.lastIndexOf(']') + 1) - 1;
        for (int i = 0; i < characters.length; i++) {
            int character = characters[i];
            if (character == '*') {
                if (i + 1 < characters.length) {
                    throw new InvalidRuleException("pattern " + pattern + " not valid");
                }
                return new NamePattern(List.copyOf(parts), true);
            } else if (character == '?') {
                parts.add(new AnyCharacter());
            } else if (character == '[' && i < lastClosing) {
                int close = i;
                while (characters[close] != ']') {
                    close++;
                }
                parts.add(OneOf.read(characters, i + 1, close));
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

    /**
     * Which of two patterns that fit a name comes first where DM keeps rules in a tree of characters: at each character
     * {@code *} is looked at before {@code ?}, sets and the character itself.
     */
    int compareFitting(NamePattern other, int length) {
        for (int i = 0; i < parts.size() || i < other.parts.size(); i++) {
            int difference = Integer.compare(rank(i, length), other.rank(i, length));
            if (difference != 0) {
                return difference;
            }
        }
        return Integer.compare(rank(parts.size(), length), other.rank(other.parts.size(), length));
    }

    private int rank(int index, int length) {
        if (index < parts.size()) {
            return parts.get(index).rank();
        }
        if (!open) {
            return LAST_RANK;
        }
        return index < length ? 0 : LAST_RANK + 1;
    }

    /** What one character of a name is compared with. */
    sealed interface Part {

        boolean matches(int character);

        int rank();
    }

    private record AnyCharacter() implements Part {

        @Override
        public int rank() {
            return 1;
        }

        @Override
        public boolean matches(int character) {
            return true;
        }
    }

    private record OneCharacter(int wanted) implements Part {

        @Override
        public int rank() {
            return LAST_RANK;
        }

        @Override
        public boolean matches(int character) {
            return character == wanted;
        }
    }

    /** A set of characters; ranges that are within others are left out, since DM does not tell such sets apart. */
    private record OneOf(boolean inverted, List<Range> ranges) implements Part {

        static OneOf read(int[] characters, int from, int close) {
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
                    : new OneOf(inverted, largest(ranges));
        }

        private static List<Range> largest(List<Range> ranges) {
            List<Range> largest = new ArrayList<>();
            ranges.sort(Comparator.comparingInt(Range::from).thenComparing(Range::to, Comparator.reverseOrder()));
            for (Range range : ranges) {
                if (largest.isEmpty() || largest.get(largest.size() - 1).to < range.to) {
                    largest.add(range);
                }
            }
            return List.copyOf(largest);
        }

        @Override
        public int rank() {
            return 2;
        }

        @Override
        public boolean matches(int character) {
            return inverted != ranges.stream().anyMatch(r -> r.from <= character && character <= r.to);
        }
    }

    private record Range(int from, int to) {}
}
