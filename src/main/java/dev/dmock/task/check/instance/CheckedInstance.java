package dev.dmock.task.check.instance;

import dev.dmock.source.Source;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.config.SubtaskConfig;
import dev.dmock.task.config.TargetDatabase;
import dev.dmock.world.database.DatabaseSession;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A source of the task with what the checks look at.
 *
 * @param relayed whether workers were told to pull its relay log
 * @param routes the tables that the task takes from it, as far as the account can see them
 */
public record CheckedInstance(
        SubtaskConfig part,
        Source source,
        boolean relayed,
        DatabaseSession upstream,
        DatabaseSession downstream,
        List<RoutedTable> routes) {

    private static final String PLACE = "address of db instance - ";

    /** What reports say of checks of the upstream. */
    public String place() {
        return PLACE + source.host() + ":" + source.port();
    }

    /** What reports say of checks of the downstream. */
    public String targetPlace() {
        TargetDatabase target = part.target();
        return PLACE + target.host() + ":" + target.port();
    }

    public List<TableName> tables() {
        return routes.stream().map(RoutedTable::table).toList();
    }

    public Set<String> schemas() {
        Set<String> schemas = new TreeSet<>();
        routes.forEach(r -> schemas.add(r.table().schema()));
        return schemas;
    }
}
