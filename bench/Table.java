import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was measured, by what and of whom, in several rounds; printed with ratios to one of them, and with the spread. */
final class Table {

    private final Map<String, Map<String, List<Double>>> rows = new LinkedHashMap<>();
    private final List<String> columns = new ArrayList<>();

    void add(String row, String column, double value) {
        if (!columns.contains(column)) {
            columns.add(column);
        }
        rows.computeIfAbsent(row, r -> new LinkedHashMap<>())
                .computeIfAbsent(column, c -> new ArrayList<>())
                .add(value);
    }

    /**
     * Prints the medians, with the least and the largest, and with how many times those of {@code reference} they are.
     */
    void print(String reference) {
        System.out.println("| | " + String.join(" | ", columns) + " |");
        System.out.println("|---".repeat(columns.size() + 1) + "|");
        rows.forEach((row, cells) -> {
            StringBuilder line = new StringBuilder("| " + row);
            for (String column : columns) {
                line.append(" | ").append(cell(cells.get(column), cells.get(reference), column.equals(reference)));
            }
            System.out.println(line.append(" |"));
        });
    }

    private static String cell(List<Double> values, List<Double> reference, boolean isReference) {
        if (values == null) {
            return "–";
        }
        double median = median(values);
        String text = number(median) + " (" + number(values.stream().min(Double::compare).orElseThrow()) + "–"
                + number(values.stream().max(Double::compare).orElseThrow()) + ")";
        return reference == null || isReference || median(reference) == 0
                ? text
                : text + String.format(Locale.ROOT, ", **%.2f×**", median / median(reference));
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }
}
