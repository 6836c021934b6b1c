package dev.dmock.space.fact;

import java.util.List;

/** A deterministic random source: derives each value from the space's seed and its subject. */
public final class SeededRandom {

    private SeededRandom() {}

    /** One of {@code candidates}, which are not empty. */
    public static <T> T pick(Draft draft, List<T> candidates, String... about) {
        return candidates.get((int) Long.remainderUnsigned(draw(draft, about), candidates.size()));
    }

    /** A number from 0 (inclusive) to 1 (exclusive). */
    public static double fraction(Draft draft, String... about) {
        return (draw(draft, about) >>> 11) * 0x1.0p-53;
    }

    /** A number of up to 63 bits. */
    public static long number(Draft draft, String... about) {
        return draw(draft, about) >>> 1;
    }

    private static long draw(Draft draft, String... about) {
        long hash = draft.settings().seed() ^ 0x9E3779B97F4A7C15L;
        for (String part : about) {
            for (int i = 0; i < part.length(); i++) {
                hash = mix(hash + part.charAt(i));
            }
            hash = mix(~hash);
        }
        return hash;
    }

    /** The finaliser of SplitMix64: spreads every bit of the input over the whole output. */
    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
