package dev.dmock.world.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One of a few functions that always give the same for the same arguments.
 *
 * @param name in upper case
 */
record Call(String name, List<Expr> arguments) implements Expr {

    private static final Set<String> KNOWN = Set.of("CONCAT", "IFNULL", "COALESCE", "UPPER", "LOWER", "REPEAT", "ABS");
    private static final int LONGEST = 65_535;

    static boolean isKnown(String name) {
        return KNOWN.contains(name);
    }

    @Override
    public @Nullable Object value(Scope scope) {
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
            case "CONCAT" -> values.stream().map(Values::text).collect(Collectors.joining());
            case "UPPER" -> Values.text(first).toUpperCase(Locale.ROOT);
            case "LOWER" -> Values.text(first).toLowerCase(Locale.ROOT);
            case "ABS" -> Values.number(first).abs();
            default ->
                repeated(
                        Values.text(first),
                        Values.number(values.get(values.size() - 1)).intValue());
        };
    }

    private static String repeated(String text, int times) {
        int most = text.isEmpty() ? 0 : LONGEST / text.length();
        return text.repeat(Math.max(0, Math.min(times, most)));
    }
}
