package dev.dmock.sql.expression;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A call of a supported deterministic function.
 *
 * @param name in upper case
 */
public record FunctionCall(String name, List<Expression> arguments) implements Expression {

    private static final Set<String> KNOWN = Set.of(
            "CONCAT",
            "IFNULL",
            "COALESCE",
            "UPPER",
            "LOWER",
            "REPEAT",
            "ABS",
            "YEAR",
            "MONTH",
            "DAY",
            "DAYOFMONTH",
            "TO_DAYS",
            "UNIX_TIMESTAMP",
            "MOD");
    private static final int MAX_RESULT_LENGTH = 65_535;
    private static final Pattern DATE = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(?:[ T](\\d\\d:\\d\\d:\\d\\d).*)?");
    /** MySQL counts days from the year 0. */
    private static final long DAYS_BEFORE_EPOCH = 719_528;

    public static boolean isKnown(String name) {
        return KNOWN.contains(name);
    }

    @Override
    public @Nullable Object value(ColumnScope scope) {
        List<@Nullable Object> values = new ArrayList<>();
        arguments.forEach(a -> values.add(a.value(scope)));
        if (name.equals("IFNULL") || name.equals("COALESCE")) {
            return values.stream().filter(Objects::nonNull).findFirst().orElse(null);
        }
        if (values.isEmpty() || values.contains(null)) {
            return null;
        }
        Object first = values.get(0);
        return switch (name) {
            case "CONCAT" -> values.stream().map(SqlValues::text).collect(Collectors.joining());
            case "UPPER" -> SqlValues.text(first).toUpperCase(Locale.ROOT);
            case "LOWER" -> SqlValues.text(first).toLowerCase(Locale.ROOT);
            case "ABS" -> SqlValues.number(first).abs();
            case "MOD" -> {
                BigDecimal divisor = SqlValues.number(values.get(values.size() - 1));
                yield divisor.signum() == 0 ? null : SqlValues.number(first).remainder(divisor);
            }
            case "YEAR", "MONTH", "DAY", "DAYOFMONTH", "TO_DAYS", "UNIX_TIMESTAMP" -> ofDate(SqlValues.text(first));
            default ->
                repeated(
                        SqlValues.text(first),
                        SqlValues.number(values.get(values.size() - 1)).intValue());
        };
    }

    /** Returns null for a string that is not a date. */
    private @Nullable BigDecimal ofDate(String text) {
        Matcher matcher = DATE.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        LocalDateTime time;
        try {
            time = LocalDate.parse(matcher.group(1))
                    .atTime(matcher.group(2) == null ? LocalTime.MIDNIGHT : LocalTime.parse(matcher.group(2)));
        } catch (DateTimeParseException e) {
            return null;
        }
        return BigDecimal.valueOf(
                switch (name) {
                    case "YEAR" -> time.getYear();
                    case "MONTH" -> time.getMonthValue();
                    case "TO_DAYS" -> time.toLocalDate().toEpochDay() + DAYS_BEFORE_EPOCH;
                    case "UNIX_TIMESTAMP" -> time.toEpochSecond(ZoneOffset.UTC);
                    default -> time.getDayOfMonth();
                });
    }

    private static String repeated(String text, int times) {
        int most = text.isEmpty() ? 0 : MAX_RESULT_LENGTH / text.length();
        return text.repeat(Math.max(0, Math.min(times, most)));
    }
}
