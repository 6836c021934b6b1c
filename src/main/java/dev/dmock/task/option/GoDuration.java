package dev.dmock.task.option;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads durations such as {@code 1h2m3.5s}, with the complaints of Go's {@code time.ParseDuration}. */
final class GoDuration {

    private static final Pattern NUMBER = Pattern.compile("0*([0-9]*)(\\.[0-9]{0,20})?[0-9]*");
    private static final int MOST_DIGITS = 19;
    private static final Pattern UNIT = Pattern.compile("[^0-9.]*");
    private static final Map<String, Long> NANOS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "\u00b5s", 1_000L,
            "\u03bcs", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "h", 3_600_000_000_000L);
    private static final BigInteger LARGEST = BigInteger.valueOf(Long.MAX_VALUE);

    private GoDuration() {}

    /**
     * Reads a duration.
     *
     * @throws UnreadableException with Go's text
     */
    static Duration parse(String text) throws UnreadableException {
        boolean signed = text.startsWith("-") || text.startsWith("+");
        String rest = signed ? text.substring(1) : text;
        if (rest.equals("0")) {
            return Duration.ZERO;
        }
        if (rest.isEmpty()) {
            throw invalid(text);
        }
        BigInteger nanos = BigInteger.ZERO;
        while (!rest.isEmpty()) {
            Matcher number = NUMBER.matcher(rest);
            boolean any = number.lookingAt() && number.group().chars().anyMatch(Character::isDigit);
            if (!any || number.group(1).length() > MOST_DIGITS) {
                throw invalid(text);
            }
            rest = rest.substring(number.end());
            Matcher unit = UNIT.matcher(rest);
            if (!unit.lookingAt() || unit.end() == 0) {
                throw new UnreadableException("time: missing unit in duration " + GoText.quote(text));
            }
            rest = rest.substring(unit.end());
            nanos = nanos.add(nanos(number, unit.group(), text));
            if (nanos.compareTo(LARGEST) > 0) {
                throw invalid(text);
            }
        }
        Duration duration = Duration.ofNanos(nanos.longValueExact());
        return text.startsWith("-") ? duration.negated() : duration;
    }

    private static BigInteger nanos(MatchResult number, String unit, String text) throws UnreadableException {
        Long factor = NANOS.get(unit);
        if (factor == null) {
            throw new UnreadableException(
                    "time: unknown unit " + GoText.quote(unit) + " in duration " + GoText.quote(text));
        }
        return new BigDecimal("0" + number.group(1) + Objects.requireNonNullElse(number.group(2), ""))
                .multiply(BigDecimal.valueOf(factor))
                .toBigInteger();
    }

    private static UnreadableException invalid(String text) {
        return new UnreadableException("time: invalid duration " + GoText.quote(text));
    }
}
