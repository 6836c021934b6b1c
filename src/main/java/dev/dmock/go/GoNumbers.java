package dev.dmock.go;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as Go's strconv and encoding/json read and write them. */
public final class GoNumbers {

    private static final double SMALLEST_PLAIN = 1e-6;
    private static final double FIRST_WITH_EXPONENT = 1e21;
    private static final int ENOUGH_DIGITS = 17;

    private GoNumbers() {}

    /** Whether a number is too large to be a float64. */
    public static boolean overflows(String literal) {
        return Double.isInfinite(Double.parseDouble(literal));
    }

    /** Whether a number has no fraction once it is a float64. */
    public static boolean isWhole(String literal) {
        double value = Double.parseDouble(literal);
        return value == Math.rint(value);
    }

    /** Whether a number is written as an integer and fits into 64 bits. */
    public static boolean isInt64(String literal) {
        try {
            Long.parseLong(literal);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** A number as encoding/json writes a float64: the fewest digits that mean the same value. */
    public static String float64(double value) {
        if (value == 0) {
            return 1 / value < 0 ? "-0" : "0";
        }
        double size = Math.abs(value);
        BigDecimal shortest = shortest(value).stripTrailingZeros();
        if (size >= SMALLEST_PLAIN && size < FIRST_WITH_EXPONENT) {
            return shortest.toPlainString();
        }
        String digits = shortest.unscaledValue().abs().toString();
        int exponent = digits.length() - 1 - shortest.scale();
        return (value < 0 ? "-" : "")
                + digits.charAt(0)
                + (digits.length() > 1 ? "." + digits.substring(1) : "")
                + (exponent < 0 ? "e-" : "e+")
                + (exponent < 0 ? -exponent : exponent);
    }

    private static BigDecimal shortest(double value) {
        BigDecimal exact = new BigDecimal(value);
        for (int digits = 1; digits < ENOUGH_DIGITS; digits++) {
            BigDecimal candidate = exact.round(new MathContext(digits));
            if (candidate.doubleValue() == value) {
                return candidate;
            }
        }
        return exact.round(new MathContext(ENOUGH_DIGITS));
    }
}
