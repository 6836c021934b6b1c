package dev.dmock.go;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses and formats durations as DM does: {@code 1h30m}, {@code 10s}, {@code 1.5ms}. */
public final class GoDuration {

    private static final BigInteger MAX_NANOS = BigInteger.valueOf(Long.MAX_VALUE);
    private static final Pattern PART = Pattern.compile("([0-9]*)(?:\\.([0-9]{0,20})[0-9]*)?([^.0-9]*)");
    private static final int MAX_DIGITS = 19;
    private static final long MICROSECOND = 1_000L;
    private static final long MILLISECOND = 1_000_000L;
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long HOUR = 60 * MINUTE;
    private static final Map<String, Long> UNITS = Map.of(
            "ns", 1L,
            "us", MICROSECOND,
            "\u00b5s", MICROSECOND,
            "\u03bcs", MICROSECOND,
            "ms", MILLISECOND,
            "s", SECOND,
            "m", MINUTE,
            "h", HOUR);

    private GoDuration() {}

    /**
     * Parses a duration into nanoseconds.
     *
     * @throws InvalidTextException with Go's text, {@code time: invalid duration "x"}
     */
    public static long nanos(String text) {
        boolean negative = text.startsWith("-");
        String amount = negative || text.startsWith("+") ? text.substring(1) : text;
        if (amount.equals("0")) {
            return 0;
        }
        if (amount.isEmpty()) {
            throw invalid(text);
        }
        BigInteger sum = BigInteger.ZERO;
        Matcher part = PART.matcher(amount);
        for (int at = 0; at < amount.length(); at = part.end()) {
            part.region(at, amount.length());
            if (!part.lookingAt()
                    || part.group(1).isEmpty()
                            && (part.group(2) == null || part.group(2).isEmpty())) {
                throw invalid(text);
            }
            if (part.group(1).replaceFirst("^0+", "").length() > MAX_DIGITS) {
                throw invalid(text);
            }
            sum = sum.add(nanos(part, text));
        }
        BigInteger signed = negative ? sum.negate() : sum;
        if (sum.compareTo(MAX_NANOS) > 0) {
            throw invalid(text);
        }
        return signed.longValue();
    }

    private static BigInteger nanos(Matcher part, String text) {
        String unit = part.group(3);
        if (unit.isEmpty()) {
            throw new InvalidTextException("time: missing unit in duration " + quoted(text));
        }
        Long factor = UNITS.get(unit);
        if (factor == null) {
            throw new InvalidTextException("time: unknown unit " + quoted(unit) + " in duration " + quoted(text));
        }
        String fraction = part.group(2) == null ? "" : part.group(2);
        return new BigDecimal("0" + part.group(1) + "." + fraction + "0")
                .multiply(BigDecimal.valueOf(factor))
                .setScale(0, RoundingMode.DOWN)
                .toBigInteger();
    }

    /** Formats nanoseconds with the largest units that fit. */
    public static String format(long nanos) {
        String sign = nanos < 0 ? "-" : "";
        long amount = Math.abs(nanos);
        if (amount == 0) {
            return "0s";
        }
        if (amount < MICROSECOND) {
            return sign + amount + "ns";
        }
        if (amount < MILLISECOND) {
            return sign + decimal(amount, MICROSECOND) + "\u00b5s";
        }
        if (amount < SECOND) {
            return sign + decimal(amount, MILLISECOND) + "ms";
        }
        String hours = amount < HOUR ? "" : amount / HOUR + "h";
        String minutes = amount < MINUTE ? "" : amount % HOUR / MINUTE + "m";
        return sign + hours + minutes + decimal(amount % MINUTE, SECOND) + "s";
    }

    private static String decimal(long amount, long unit) {
        return BigDecimal.valueOf(amount)
                .divide(BigDecimal.valueOf(unit))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static InvalidTextException invalid(String text) {
        return new InvalidTextException("time: invalid duration " + quoted(text));
    }

    /** Quotes a text as Go's time package does: bytes outside plain ASCII are escaped. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b < ' ') {
                quoted.append(String.format("\\x%02x", b));
            } else {
                quoted.append(b == '"' || b == '\\' ? "\\" : "").append((char) b);
            }
        }
        return quoted.append('"').toString();
    }
}
