package dev.dmock.sql.structure;

import dev.dmock.sql.expression.SqlValues;
import dev.dmock.sql.model.Column;
import dev.dmock.sql.model.ColumnTypes;
import dev.dmock.sql.token.DatabaseErrors;
import dev.dmock.sql.token.DatabaseException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Converts values to the format that a column stores, under the rules of STRICT_TRANS_TABLES. */
public final class ValueConverter {

    private static final Map<String, Integer> BITS =
            Map.of("tinyint", 8, "smallint", 16, "mediumint", 24, "int", 32, "bigint", 64);
    private static final Map<String, Integer> MAX_LENGTHS =
            Map.of("tinytext", 255, "tinyblob", 255, "text", 65_535, "blob", 65_535);
    private static final Pattern NUMBER = Pattern.compile("\\s*[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d+)?\\s*");
    private static final Pattern LEADING_NUMBER = Pattern.compile("\\s*[-+]?\\d+");
    private static final Pattern DATE =
            Pattern.compile("(\\d{4})-?(\\d{1,2})-?(\\d{1,2})(?:[ T]+(.*))?|(\\d{8})(\\d{6})");
    private static final Pattern TIME = Pattern.compile("(\\d{1,3}):(\\d{1,2})(?::(\\d{1,2})(?:\\.(\\d{1,6}))?)?");
    private static final int TOO_LONG = 1406;
    private static final int TIME_DIGITS = 6;
    private static final int FIRST_YEAR = 1901;
    private static final int LAST_YEAR = 2155;
    private static final int LAST_HOUR = 838;
    private static final int LAST_SIXTIETH = 59;

    private final Column column;
    private final int row;

    private ValueConverter(Column column, int row) {
        this.column = column;
        this.row = row;
    }

    /**
     * Returns the text that the column stores for a value.
     *
     * @param row the row's number in the statement, from 1, for the error
     * @throws DatabaseException if the column cannot store it
     */
    public static @Nullable String convert(Column column, @Nullable Object value, int row) {
        return value == null ? null : new ValueConverter(column, row).convert(value);
    }

    /** Returns the nearest text that the column can store, as without strict mode; else the value itself. */
    public static @Nullable String nearest(Column column, @Nullable String value) {
        if (value == null) {
            return null;
        }
        try {
            return convert(column, value, 1);
        } catch (DatabaseException e) {
            return new ValueConverter(column, 1).nearest(value, e.error().code());
        }
    }

    private String nearest(String value, int code) {
        String type = column.type().name();
        if (code == TOO_LONG && !type.equals("bit")) {
            return shortened(value, Integer.parseInt(column.type().arguments().get(0)));
        }
        return switch (type) {
            case "date" -> "0000-00-00";
            case "datetime", "timestamp" -> "0000-00-00 00:00:00";
            case "time" -> "00:00:00";
            case "year" -> "0000";
            default -> ColumnTypes.isInteger(type) ? nearestInteger(value) : value;
        };
    }

    private static String shortened(String value, int length) {
        return value.codePointCount(0, value.length()) > length
                ? value.substring(0, value.offsetByCodePoints(0, length))
                : value;
    }

    private String nearestInteger(String value) {
        Matcher leading = LEADING_NUMBER.matcher(value);
        BigInteger number = leading.lookingAt() && !leading.group().isBlank()
                ? new BigDecimal(leading.group().strip())
                        .setScale(0, RoundingMode.HALF_UP)
                        .toBigInteger()
                : BigInteger.ZERO;
        return number.max(lowest()).min(highest()).toString();
    }

    private BigInteger lowest() {
        return column.type().unsigned()
                ? BigInteger.ZERO
                : BigInteger.TWO.pow(bitsOfInteger() - 1).negate();
    }

    private BigInteger highest() {
        int bits = bitsOfInteger();
        return BigInteger.TWO.pow(column.type().unsigned() ? bits : bits - 1).subtract(BigInteger.ONE);
    }

    private int bitsOfInteger() {
        return BITS.getOrDefault(column.type().name(), Long.SIZE);
    }

    private String convert(Object value) {
        String type = column.type().name();
        if (ColumnTypes.isInteger(type)) {
            return integer(value);
        }
        return switch (type) {
            case "decimal" -> decimal(value);
            case "float", "double" -> SqlValues.plain(strip(strictNumber(value, "double")));
            case "bit" -> bits(value);
            case "year" -> year(value);
            case "enum" -> enumValue(value);
            case "set" -> setValue(value);
            case "date" -> date(SqlValues.text(value), "date");
            case "datetime", "timestamp" -> dateTime(SqlValues.text(value));
            case "time" -> time(SqlValues.text(value), "time");
            default -> text(type, SqlValues.text(value));
        };
    }

    private BigDecimal strictNumber(Object value, String type) {
        if (value instanceof String text && !NUMBER.matcher(text).matches()) {
            throw DatabaseErrors.incorrectValue(type, text, column.name(), row).asException();
        }
        return SqlValues.number(value);
    }

    private String integer(Object value) {
        BigInteger number =
                strictNumber(value, "integer").setScale(0, RoundingMode.HALF_UP).toBigInteger();
        if (number.compareTo(lowest()) < 0 || number.compareTo(highest()) > 0) {
            throw DatabaseErrors.outOfRange(column.name(), row).asException();
        }
        return number.toString();
    }

    private String decimal(Object value) {
        List<String> arguments = column.type().arguments();
        int scale = Integer.parseInt(arguments.get(1));
        BigDecimal number = strictNumber(value, "decimal").setScale(scale, RoundingMode.HALF_UP);
        if (number.precision() - number.scale() > Integer.parseInt(arguments.get(0)) - scale && number.signum() != 0) {
            throw DatabaseErrors.outOfRange(column.name(), row).asException();
        }
        return number.toPlainString();
    }

    private static BigDecimal strip(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    private String bits(Object value) {
        BigInteger number =
                value instanceof String text && !NUMBER.matcher(text).matches()
                        ? new BigInteger(1, text.getBytes(StandardCharsets.ISO_8859_1))
                        : strictNumber(value, "integer")
                                .setScale(0, RoundingMode.HALF_UP)
                                .toBigInteger();
        int width = Integer.parseInt(column.type().arguments().get(0));
        if (number.signum() < 0 || number.bitLength() > width) {
            throw DatabaseErrors.tooLong(column.name(), row).asException();
        }
        return number.toString();
    }

    private String year(Object value) {
        int year =
                strictNumber(value, "integer").setScale(0, RoundingMode.HALF_UP).intValue();
        if (year != 0 && (year < FIRST_YEAR || year > LAST_YEAR)) {
            throw DatabaseErrors.outOfRange(column.name(), row).asException();
        }
        return String.format(Locale.ROOT, "%04d", year);
    }

    private String enumValue(Object value) {
        List<String> values = column.type().arguments();
        if (value instanceof BigDecimal index) {
            int i = index.intValue();
            if (i >= 1 && i <= values.size()) {
                return values.get(i - 1);
            }
        }
        return values.stream()
                .filter(v -> v.equalsIgnoreCase(SqlValues.text(value)))
                .findFirst()
                .orElseThrow(() -> DatabaseErrors.truncated(column.name(), row).asException());
    }

    private String setValue(Object value) {
        List<String> wanted = Arrays.stream(SqlValues.text(value).split(","))
                .filter(w -> !w.isEmpty())
                .toList();
        List<String> values = column.type().arguments();
        if (!wanted.stream().allMatch(w -> values.stream().anyMatch(w::equalsIgnoreCase))) {
            throw DatabaseErrors.truncated(column.name(), row).asException();
        }
        return values.stream()
                .filter(v -> wanted.stream().anyMatch(v::equalsIgnoreCase))
                .collect(Collectors.joining(","));
    }

    private String text(String type, String value) {
        int longest = ColumnTypes.isText(type) || ColumnTypes.isBinary(type)
                ? MAX_LENGTHS.getOrDefault(type, length(type))
                : Integer.MAX_VALUE;
        String kept = type.equals("char") ? SqlValues.withoutBlanks(value) : value;
        int size = kept.codePointCount(0, kept.length());
        if (size <= longest) {
            return kept;
        }
        String withoutBlanks = SqlValues.withoutBlanks(kept);
        if (type.equals("varchar") && withoutBlanks.codePointCount(0, withoutBlanks.length()) <= longest) {
            return kept.substring(0, kept.offsetByCodePoints(0, longest));
        }
        throw DatabaseErrors.tooLong(column.name(), row).asException();
    }

    private int length(String type) {
        boolean said = !column.type().arguments().isEmpty();
        return said && !ColumnTypes.isLong(type)
                ? Integer.parseInt(column.type().arguments().get(0))
                : Integer.MAX_VALUE;
    }

    private String date(String value, String type) {
        Matcher matcher = DATE.matcher(value.strip());
        if (!matcher.matches()) {
            throw incorrect(type, value);
        }
        String digits = matcher.group(5);
        String year = digits == null ? matcher.group(1) : digits.substring(0, 4);
        String month = digits == null ? matcher.group(2) : digits.substring(4, 6);
        String day = digits == null ? matcher.group(3) : digits.substring(6);
        String date = String.format(Locale.ROOT, "%s-%02d-%02d", year, Integer.valueOf(month), Integer.valueOf(day));
        if (!date.equals("0000-00-00")) {
            try {
                LocalDate.parse(date);
            } catch (DateTimeException e) {
                throw incorrect(type, value);
            }
        }
        return date;
    }

    private String dateTime(String value) {
        String date = date(value, "datetime");
        Matcher matcher = DATE.matcher(value.strip());
        String time = "";
        if (matcher.matches()) {
            time = matcher.group(6) != null
                    ? matcher.group(6).replaceAll("(..)(..)(..)", "$1:$2:$3")
                    : matcher.group(4) == null ? "" : matcher.group(4);
        }
        if (time.isEmpty()) {
            time = "00:00:00";
        }
        String kept = time(time, "datetime");
        try {
            LocalTime.parse(kept);
        } catch (DateTimeException e) {
            throw incorrect("datetime", value);
        }
        return date + ' ' + kept;
    }

    /** Truncates fractional seconds to the column's precision. */
    private String time(String value, String type) {
        String sign = value.startsWith("-") ? "-" : "";
        Matcher matcher = TIME.matcher(value.substring(sign.length()).strip());
        if (!matcher.matches()) {
            throw incorrect(type, value);
        }
        String seconds = matcher.group(3) == null ? "0" : matcher.group(3);
        boolean tooMuch = Integer.parseInt(matcher.group(1)) > LAST_HOUR
                || Integer.parseInt(matcher.group(2)) > LAST_SIXTIETH
                || Integer.parseInt(seconds) > LAST_SIXTIETH;
        if (tooMuch) {
            throw incorrect(type, value);
        }
        String text = String.format(
                Locale.ROOT,
                "%s%02d:%02d:%02d",
                sign,
                Integer.valueOf(matcher.group(1)),
                Integer.valueOf(matcher.group(2)),
                Integer.valueOf(seconds));
        List<String> arguments = column.type().arguments();
        if (arguments.isEmpty()) {
            return text;
        }
        String fraction = matcher.group(4) == null ? "" : matcher.group(4);
        String digits = (fraction + "0".repeat(TIME_DIGITS)).substring(0, Integer.parseInt(arguments.get(0)));
        return text + '.' + digits;
    }

    private DatabaseException incorrect(String type, String value) {
        return DatabaseErrors.incorrectValue(type, value, column.name(), row).asException();
    }
}
