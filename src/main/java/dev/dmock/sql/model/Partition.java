package dev.dmock.sql.model;

import dev.dmock.sql.token.Escapes;
import dev.dmock.sql.token.TableName;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A partition of a table.
 *
 * @param values the upper bound of a range, one value for each column, or the values of a list; as SQL text
 * @param comment "" for none
 */
public record Partition(String name, Clause clause, List<String> values, String comment) {

    /** The unbounded upper limit. */
    public static final String MAXVALUE = "MAXVALUE";

    /** The VALUES clause of a partition's definition. */
    public enum Clause {
        LESS_THAN(" VALUES LESS THAN "),
        IN(" VALUES IN "),
        NONE("");

        private final String text;

        Clause(String text) {
            this.text = text;
        }
    }

    /** Returns a partition with a generated name. */
    static Partition numbered(int number) {
        return new Partition("p" + number, Clause.NONE, List.of(), "");
    }

    public boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }

    /** Formats the VALUES clause with this separator. */
    String values(String separator) {
        return clause == Clause.NONE
                ? ""
                : clause.text + values.stream().collect(Collectors.joining(separator, "(", ")"));
    }

    /** Formats as MySQL does: a single MAXVALUE has parentheses only in RANGE COLUMNS. */
    public String inMysql(boolean ofColumns) {
        boolean bare = !ofColumns && values.equals(List.of(MAXVALUE));
        return "PARTITION " + name
                + (bare ? clause.text + MAXVALUE : values(","))
                + (comment.isEmpty() ? "" : " COMMENT = " + Escapes.quote(comment))
                + " ENGINE = InnoDB";
    }

    /** Formats the partition as TiDB prints it. */
    public String inTidb() {
        return "PARTITION " + TableName.quote(name)
                + values(",")
                + (comment.isEmpty() ? "" : " COMMENT " + Escapes.quote(comment));
    }

    /** Formats the partition as TiDB's parser restores it. */
    public String restore() {
        return "PARTITION " + TableName.quote(name)
                + values(", ")
                + (comment.isEmpty() ? "" : " COMMENT = " + Escapes.quote(comment));
    }
}
