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

    /** The upper bound that no value reaches. */
    public static final String MAXVALUE = "MAXVALUE";

    /** What a definition says about the values of a partition. */
    public enum Clause {
        LESS_THAN(" VALUES LESS THAN "),
        IN(" VALUES IN "),
        NONE("");

        private final String text;

        Clause(String text) {
            this.text = text;
        }
    }

    /** A partition that nobody named. */
    static Partition numbered(int number) {
        return new Partition("p" + number, Clause.NONE, List.of(), "");
    }

    public boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }

    /** The values in parentheses, with this between them, behind the words before them. */
    String values(String separator) {
        return clause == Clause.NONE
                ? ""
                : clause.text + values.stream().collect(Collectors.joining(separator, "(", ")"));
    }

    /** As MySQL prints it, which leaves the parentheses of a single MAXVALUE out unless the range has columns. */
    public String inMysql(boolean ofColumns) {
        boolean bare = !ofColumns && values.equals(List.of(MAXVALUE));
        return "PARTITION " + name
                + (bare ? clause.text + MAXVALUE : values(","))
                + (comment.isEmpty() ? "" : " COMMENT = " + Escapes.quote(comment))
                + " ENGINE = InnoDB";
    }

    /** As TiDB prints it. */
    public String inTidb() {
        return "PARTITION " + TableName.quote(name)
                + values(",")
                + (comment.isEmpty() ? "" : " COMMENT " + Escapes.quote(comment));
    }

    /** As TiDB's parser restores it. */
    public String restore() {
        return "PARTITION " + TableName.quote(name)
                + values(", ")
                + (comment.isEmpty() ? "" : " COMMENT = " + Escapes.quote(comment));
    }
}
