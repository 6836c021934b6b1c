package dev.dmock.task.check.instance;

import dev.dmock.cluster.Worker;
import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.source.Source;
import dev.dmock.space.fact.Draft;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.check.model.GrantList;
import dev.dmock.task.config.SubtaskConfig;
import dev.dmock.task.config.TargetDatabase;
import dev.dmock.task.config.rule.AllowList;
import dev.dmock.task.config.rule.TableRouter;
import dev.dmock.version.Generation;
import dev.dmock.world.database.DatabaseSession;
import dev.dmock.world.database.Databases;
import dev.dmock.world.database.model.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Connects to the databases of a task and finds out which tables it takes, before anything is checked. */
public final class CheckedInstances {

    private final Databases databases;
    private final Draft draft;
    private final Generation generation;

    public CheckedInstances(Databases databases, Draft draft) {
        this.databases = databases;
        this.draft = draft;
        this.generation = draft.settings().api().generation();
    }

    /**
     * Opens what one part of the task needs.
     *
     * @throws dev.dmock.error.DmException 26002 for a connection, 10001 for a schema, 11043 for a table that several routes fit, 26001 for
     *     targets that differ in case only
     */
    public CheckedInstance open(SubtaskConfig part) {
        Source source = draft.get(Source.KIND, part.source());
        DatabaseSession upstream =
                connect(Role.UPSTREAM, source.host(), source.port(), source.user(), source.password());
        TargetDatabase target = part.target();
        DatabaseSession downstream =
                connect(Role.DOWNSTREAM, target.host(), target.port(), target.user(), target.password());
        List<RoutedTable> routes = routes(part, upstream);
        refuseSameTargets(routes);
        return new CheckedInstance(part, source, isRelayed(source), upstream, downstream, routes);
    }

    private DatabaseSession connect(Role role, String host, long port, String user, String password) {
        try {
            return databases.connect(draft, role, host, port, user, password);
        } catch (DatabaseException e) {
            throw DmError.of(DmCode.TASK_CHECK_FAILED_OPEN_DB, user, host, port)
                    .withScope(role.name().toLowerCase(Locale.ROOT))
                    .causedBy(e.error().text(generation))
                    .asException();
        }
    }

    private List<RoutedTable> routes(SubtaskConfig part, DatabaseSession upstream) {
        AllowList allowed = part.allowList();
        TableRouter router = part.router();
        GrantList grants = GrantList.of(upstream);
        List<RoutedTable> routes = new ArrayList<>();
        for (String schema : upstream.userSchemaNames()) {
            if (!allowed.contains(new TableName(schema, ""))) {
                continue;
            }
            requireSight(upstream, schema);
            for (TableName table : upstream.baseTables(schema)) {
                if (allowed.contains(table) && grants.sees(table)) {
                    conflict(router, table).ifPresent(cause -> {
                        throw DmError.of(DmCode.GEN_TABLE_ROUTER)
                                .causedBy(cause)
                                .asException();
                    });
                    routes.add(new RoutedTable(table, router.route(table)));
                }
            }
        }
        return routes;
    }

    /** Who may only see that a schema is there is told off when asking for its tables. */
    private void requireSight(DatabaseSession upstream, String schema) {
        try {
            upstream.tableNames(schema);
        } catch (DatabaseException e) {
            throw DmError.of(DmCode.DB_DRIVER_ERROR)
                    .withScope("upstream")
                    .causedBy(e.error().text(generation))
                    .asException();
        }
    }

    private Optional<String> conflict(TableRouter router, TableName table) {
        return switch (generation) {
            case V5 -> router.selectorConflict(table);
            case V8 -> router.conflict(table);
        };
    }

    private static void refuseSameTargets(List<RoutedTable> routes) {
        Map<String, String> names = new LinkedHashMap<>();
        List<String> messages = new ArrayList<>();
        routes.stream().map(r -> r.target().quoted()).distinct().forEach(name -> {
            String first = names.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
            if (first != null) {
                messages.add("same target table " + first + " vs " + name);
            }
        });
        if (!messages.isEmpty()) {
            throw DmError.of(DmCode.TASK_CHECK_SAME_TABLE_NAME, messages).asException();
        }
    }

    private boolean isRelayed(Source source) {
        return source.relay().enabled()
                || draft.by(Worker.KIND, Worker.of(source.name())).stream()
                        .anyMatch(w -> source.name().equals(w.relaySource()));
    }
}
