package dev.dmock.task.check;

import dev.dmock.space.Generation;
import dev.dmock.world.database.Session;
import dev.dmock.world.sql.DatabaseError;
import dev.dmock.world.sql.DatabaseException;
import dev.dmock.world.sql.ForeignKey;
import dev.dmock.world.sql.Structures;
import dev.dmock.world.sql.TableName;
import dev.dmock.world.sql.TableStructure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether the structures of all tables can be had in TiDB, whether each has a key, and whether they go together with
 * target tables that are there already (v8).
 */
record TableStructureCheckV8(List<Instance> instances) implements Check {

    @Override
    public String name() {
        return "table structure compatibility check";
    }

    @Override
    public String description() {
        return "check compatibility of table structure";
    }

    @Override
    public String extra() {
        return "";
    }

    @Override
    public Verdict run() {
        List<Doubt> doubts = new ArrayList<>();
        Set<String> sources = new HashSet<>();
        for (Instance instance : instances) {
            // a source that is named twice is looked at once
            for (Routed route : sources.add(instance.source().name()) ? instance.routes() : List.<Routed>of()) {
                ShownTable.of(instance, route.table())
                        .ifPresent(shown -> doubts.addAll(doubts(shown, route, instance.downstream())));
            }
        }
        if (doubts.isEmpty()) {
            return Verdict.PASSED;
        }
        String instruction = doubts.stream()
                .map(Doubt::instruction)
                .filter(i -> !i.isEmpty())
                .distinct()
                .collect(Collectors.joining("; "));
        return Verdict.of(
                        State.WARN,
                        doubts.stream().map(d -> Problem.warning(d.text())).toList())
                .instructing(instruction);
    }

    private static List<Doubt> doubts(ShownTable shown, Routed route, Session downstream) {
        List<Doubt> doubts = new ArrayList<>();
        try {
            doubts.addAll(ofStructure(Structures.readMysql(shown.text(), Generation.V8)));
            requireSight(downstream, route.target());
            ShownTable.text(downstream, route.target())
                    .ifPresent(target -> doubts.addAll(new TablePair(route, shown.text(), target).doubts()));
        } catch (DatabaseException e) {
            if (e.error().code() != 0) {
                throw e;
            }
            doubts.add(new Doubt("statement " + shown.text() + ": " + e.error().text(Generation.V8), ""));
        }
        return doubts.stream().map(d -> d.about(route.table())).toList();
    }

    /** TiDB shows no table, whether it is there or not, to who may do nothing with it. */
    private static void requireSight(Session downstream, TableName table) {
        if (!GrantList.of(downstream).sees(table)) {
            String user = downstream.account().name();
            throw new DatabaseError(
                            1142,
                            "42000",
                            "SHOW command denied to user '" + user + "'@'%' for table '" + table.table() + "'")
                    .asException();
        }
    }

    private static List<Doubt> ofStructure(TableStructure structure) {
        List<Doubt> doubts = new ArrayList<>();
        for (ForeignKey key : structure.foreignKeys()) {
            doubts.add(new Doubt(
                    "Foreign Key " + key.name() + " is parsed but ignored by TiDB.",
                    "TiDB does not support foreign key constraints. See the document:"
                            + " https://docs.pingcap.com/tidb/stable/mysql-compatibility#unsupported-features"));
        }
        if (!structure.hasUniqueKey()) {
            doubts.add(new Doubt(
                    "primary/unique key does not exist",
                    "You need to set primary/unique keys for the table. Otherwise replication efficiency might become"
                            + " very low and exactly-once replication cannot be guaranteed."));
        }
        return doubts;
    }
}
