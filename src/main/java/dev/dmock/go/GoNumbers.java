package dev.dmock.go;

import java.math.BigDecimal;
import java.math.MathContext;

/** Parses and formats numbers as Go's strconv and encoding/json do. */
public final class GoNumbers {

    private static final double SMALLEST_PLAIN = 1e-6;
    private static final double FIRST_WITH_EXPONENT = 1e21;
    private static final int MAX_DIGITS = 17;

    private GoNumbers() {}

    /** Returns whether a number exceeds the range of float64. */
    public static boolean overflows(String literal) {
        return Double.isInfinite(Double.parseDouble(literal));
    }

    /** Returns whether a number has no fraction as a float64. */
    public static boolean isWhole(String literal) {
        double value = Double.parseDouble(literal);
        return value == Math.rint(value);
    }

    /** Returns whether a number is written as an integer and fits into 64 bits. */
    public static boolean isInt64(String literal) {
        try {
            Long.parseLong(literal);
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    /** Formats a float64 as encoding/json does: with the fewest digits that identify the value. */
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
        for (int digits = 1; digits < MAX_DIGITS; digits++) {
            BigDecimal candidate = exact.round(new MathContext(digits));
            if (candidate.doubleValue() == value) {
                return candidate;
            }
        }
        return exact.round(new MathContext(MAX_DIGITS));
    }
}
