package dev.dmock.sql.structure;

import dev.dmock.sql.expression.ExpressionText;
import dev.dmock.sql.model.Partition;
import dev.dmock.sql.model.Partitioning;
import dev.dmock.sql.token.TableName;
import java.util.stream.Collectors;

/** Formats partitions as SHOW CREATE TABLE of MySQL 5.6, TiDB v8 and the TiDB in DM v5.3 does. */
final class PartitionText {

    private PartitionText() {}

    static String mysql(Partitioning by) {
        boolean ofColumns = by.expression().isEmpty();
        boolean isKey = by.method() == Partitioning.Method.KEY;
        String what = ofColumns ? String.join(",", by.columns()) : by.expression();
        String head = by.method() + (ofColumns && !isKey ? "  COLUMNS(" : " (") + what + ")\n";
        String version = ofColumns && !isKey ? "50500" : "50100";
        return "\n/*!" + version + " PARTITION BY " + (by.linear() ? "LINEAR " : "") + head
                + (by.isNumbered()
                        ? "PARTITIONS " + by.partitions().size()
                        : by.partitions().stream()
                                .map(p -> p.inMysql(ofColumns))
                                .collect(Collectors.joining(",\n ", "(", ")")))
                + " */";
    }

    static String tidb(Partitioning by) {
        boolean isKey = by.method() == Partitioning.Method.KEY;
        String what = by.expression().isEmpty()
                ? by.columns().stream().map(TableName::quote).collect(Collectors.joining(","))
                : ExpressionText.ofPartitions(by.expression());
        if (by.isNumbered()) {
            return "\nPARTITION BY " + by.method() + " (" + what + ") PARTITIONS "
                    + by.partitions().size();
        }
        return "\nPARTITION BY " + by.method()
                + (by.expression().isEmpty() && !isKey ? " COLUMNS(" : " (") + what + ")\n"
                + by.partitions().stream().map(Partition::inTidb).collect(Collectors.joining(",\n ", "(", ")"));
    }

    /** TiDB of 2021 uses other whitespace, has no KEY, and drops the names of HASH partitions. */
    static String tidbV5(Partitioning by) {
        String what = ExpressionText.ofPartitions(by.expression());
        if (by.method().isCounted()) {
            return "\nPARTITION BY HASH( " + what + " )\nPARTITIONS "
                    + by.partitions().size();
        }
        return "\nPARTITION BY " + by.method()
                + (by.expression().isEmpty()
                        ? " COLUMNS(" + String.join(",", by.columns()) + ") ("
                        : " ( " + what + " ) (")
                + by.partitions().stream().map(p -> "\n  " + p.inTidb()).collect(Collectors.joining(","))
                + "\n)";
    }
}
