package dev.dmock.task.check.shard;

import dev.dmock.sql.token.TableName;
import dev.dmock.task.check.instance.CheckedInstance;
import dev.dmock.task.check.instance.RoutedTable;
import dev.dmock.task.check.instance.ShownTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The tables that go to the same target table, in the order of the sources. */
public record ShardGroup(TableName target, List<Shard> shards) {

    /** One of the tables. */
    record Shard(CheckedInstance instance, TableName table) {

        String source() {
            return instance.source().name();
        }

        /** Empty if the table is not there any more. */
        Optional<ShownTable> shown() {
            return ShownTable.of(instance, table);
        }
    }

    /** The groups of more than one table, in the order of their targets; on a real server theirs is left to chance. */
    public static List<ShardGroup> of(List<CheckedInstance> instances) {
        Map<String, ShardGroup> groups = new TreeMap<>();
        for (CheckedInstance instance : instances) {
            for (RoutedTable route : instance.routes()) {
                groups.computeIfAbsent(
                                route.target().quoted(), key -> new ShardGroup(route.target(), new ArrayList<>()))
                        .shards
                        .add(new Shard(instance, route.table()));
            }
        }
        return groups.values().stream().filter(g -> g.shards.size() > 1).toList();
    }

    /** The tables that are still there. */
    List<ShownTable> shown() {
        return shards.stream().map(Shard::shown).flatMap(Optional::stream).toList();
    }
}
