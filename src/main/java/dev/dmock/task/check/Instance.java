package dev.dmock.task.check;

import dev.dmock.source.Source;
import dev.dmock.task.config.SubtaskConfig;
import dev.dmock.task.config.TargetDatabase;
import dev.dmock.world.database.Session;
import dev.dmock.world.sql.TableName;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A source of the task with what the checks look at.
 *
 * @param relayed whether workers were told to pull its relay log
 * @param routes the tables that the task takes from it, as far as the account can see them
 */
record Instance(
        SubtaskConfig part, Source source, boolean relayed, Session upstream, Session downstream, List<Routed> routes) {

    private static final String PLACE = "address of db instance - ";

    /** What reports say of checks of the upstream. */
    String place() {
        return PLACE + source.host() + ":" + source.port();
    }

    /** What reports say of checks of the downstream. */
    String targetPlace() {
        TargetDatabase target = part.target();
        return PLACE + target.host() + ":" + target.port();
    }

    List<TableName> tables() {
        return routes.stream().map(Routed::table).toList();
    }

    Set<String> schemas() {
        Set<String> schemas = new TreeSet<>();
        routes.forEach(r -> schemas.add(r.table().schema()));
        return schemas;
    }
}
