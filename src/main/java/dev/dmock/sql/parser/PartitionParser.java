package dev.dmock.sql.parser;

import dev.dmock.sql.model.Partition;
import dev.dmock.sql.model.PartitionErrors;
import dev.dmock.sql.model.PartitionValues;
import dev.dmock.sql.model.Partitioning;
import dev.dmock.sql.statement.PartitionChange;
import dev.dmock.sql.token.TokenReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses PARTITION BY clauses and partition definitions. */
final class PartitionParser {

    private static final int MAX_PARTITIONS = 1024;

    private final TokenReader in;

    PartitionParser(TokenReader in) {
        this.in = in;
    }

    /** Parses the text after PARTITION BY. */
    Partitioning by() {
        boolean linear = in.accept("LINEAR");
        Partitioning.Method method = Partitioning.Method.valueOf(
                linear ? in.expectAny("HASH", "KEY") : in.expectAny("RANGE", "LIST", "HASH", "KEY"));
        List<String> columns = List.of();
        String expression = "";
        if (method == Partitioning.Method.KEY) {
            if (in.accept("ALGORITHM")) {
                in.expect("=");
                in.integer(Long.MAX_VALUE);
            }
            columns = names();
        } else if (!method.isCounted() && in.accept("COLUMNS")) {
            columns = in.inParentheses(in::name);
        } else {
            expression = in.parenthesised();
        }
        long count = in.accept("PARTITIONS") ? in.integer(MAX_PARTITIONS) : 0;
        subpartitions();
        List<Partition> partitions = in.sees("(") ? definitions() : List.of();
        boolean counted = partitions.isEmpty() && method.isCounted();
        if (partitions.isEmpty() && !method.isCounted()) {
            throw PartitionErrors.undefined(method).asException();
        }
        return new Partitioning(
                method,
                linear,
                expression,
                columns,
                counted ? Partitioning.numbered(0, Math.max(1, count)) : partitions);
    }

    private List<String> names() {
        in.expect("(");
        List<String> all = in.sees(")") ? List.of() : in.commaList(in::name);
        in.expect(")");
        return all;
    }

    private void subpartitions() {
        if (!in.accept("SUBPARTITION", "BY")) {
            return;
        }
        in.accept("LINEAR");
        if (in.expectAny("HASH", "KEY").equals("HASH")) {
            in.parenthesised();
        } else {
            names();
        }
        if (in.accept("SUBPARTITIONS")) {
            in.integer(MAX_PARTITIONS);
        }
    }

    /** Parses the partition definitions in parentheses. */
    List<Partition> definitions() {
        return in.inParentheses(this::definition);
    }

    private Partition definition() {
        in.expect("PARTITION");
        String name = in.name();
        List<String> values = List.of();
        Partition.Clause clause = Partition.Clause.NONE;
        if (in.accept("VALUES", "LESS", "THAN")) {
            clause = Partition.Clause.LESS_THAN;
            values = in.accept(Partition.MAXVALUE)
                    ? List.of(Partition.MAXVALUE)
                    : in.inParentheses(new PartitionValues(in)::value);
        } else if (in.accept("VALUES")) {
            in.expect("IN");
            clause = Partition.Clause.IN;
            values = in.inParentheses(new PartitionValues(in)::value);
        }
        String comment = options();
        if (in.sees("(", "SUBPARTITION")) {
            in.inParentheses(() -> {
                in.expect("SUBPARTITION");
                in.name();
                return options();
            });
        }
        return new Partition(name, clause, values, comment);
    }

    private String options() {
        String comment = "";
        while (true) {
            in.accept("STORAGE");
            if (in.accept("COMMENT")) {
                in.accept("=");
                comment = in.string();
            } else if (in.accept("ENGINE") || in.accept("TABLESPACE")) {
                in.accept("=");
                in.wordOrString();
            } else if (in.accept("DATA", "DIRECTORY") || in.accept("INDEX", "DIRECTORY")) {
                in.accept("=");
                in.string();
            } else if (in.accept("MAX_ROWS") || in.accept("MIN_ROWS") || in.accept("NODEGROUP")) {
                in.accept("=");
                in.integer(Long.MAX_VALUE);
            } else {
                return comment;
            }
        }
    }

    /** Parses ADD PARTITION after ADD. */
    PartitionChange add() {
        in.expect("PARTITION");
        acceptLocal();
        if (in.accept("PARTITIONS")) {
            return PartitionChange.counted(PartitionChange.Verb.ADD, in.integer(MAX_PARTITIONS));
        }
        return PartitionChange.defined(PartitionChange.Verb.ADD, List.of(), definitions());
    }

    private void acceptLocal() {
        if (!in.accept("NO_WRITE_TO_BINLOG")) {
            in.accept("LOCAL");
        }
    }

    /** Parses a partition change other than ADD; returns null if none follows. */
    @Nullable
    PartitionChange change() {
        if (in.accept("PARTITION", "BY")) {
            return PartitionChange.by(by());
        } else if (in.accept("REMOVE", "PARTITIONING")) {
            return PartitionChange.counted(PartitionChange.Verb.REMOVE, 0);
        }
        for (PartitionChange.Verb verb : PartitionChange.Verb.values()) {
            if (verb != PartitionChange.Verb.ADD && in.accept(verb.name(), "PARTITION")) {
                return change(verb);
            }
        }
        return null;
    }

    private PartitionChange change(PartitionChange.Verb verb) {
        acceptLocal();
        switch (verb) {
            case COALESCE:
                return PartitionChange.counted(verb, in.integer(MAX_PARTITIONS));
            case REORGANIZE:
                if (!in.seesName()) {
                    return PartitionChange.counted(verb, 0);
                }
                List<String> names = in.commaList(in::name);
                in.expect("INTO");
                return PartitionChange.defined(verb, names, definitions());
            case EXCHANGE:
                String name = in.name();
                in.expect("WITH", "TABLE");
                return PartitionChange.exchange(name, in.tableName());
            default:
                return PartitionChange.defined(verb, in.accept("ALL") ? List.of() : namesUpToOptions(), List.of());
        }
    }

    private List<String> namesUpToOptions() {
        List<String> names = new ArrayList<>(in.commaList(in::name));
        while (in.acceptAny("QUICK", "FAST", "MEDIUM", "EXTENDED", "CHANGED", "USE_FRM")
                .isPresent()) {
            // check options have no effect here
        }
        return List.copyOf(names);
    }
}
