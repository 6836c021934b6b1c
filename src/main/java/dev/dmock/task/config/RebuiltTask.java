package dev.dmock.task.config;

import dev.dmock.sql.token.TableName;
import dev.dmock.task.config.rule.AllowRules;
import dev.dmock.task.config.rule.FilterRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The task that DM v8 makes of the configurations of its subtasks, since it does not keep what was posted: GET tasks,
 * import of templates, and the converter from a file. Names of filters are lost, {@code on_duplicate} is that of the
 * load unit, and some settings are never shown. Verified against v8.1.0.
 */
public final class RebuiltTask {

    private final List<SubtaskConfig> subtasks;
    private final List<MigrateRule> rules = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    private RebuiltTask(List<SubtaskConfig> subtasks) {
        this.subtasks = subtasks;
    }

    /**
     * Rebuilds a task.
     *
     * @param subtasks at least one; settings of the task as such are the first one's
     */
    public static TaskConfig of(List<SubtaskConfig> subtasks) {
        return new RebuiltTask(subtasks).task();
    }

    /** What DM calls the filters of a source, which have lost their names. */
    public static List<String> filterNames(SubtaskConfig subtask) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < subtask.filters().size(); i++) {
            names.add(subtask.source() + "-filter-rule-" + i);
        }
        return names;
    }

    private TaskConfig task() {
        SubtaskConfig any = subtasks.get(0);
        DumpSettings dump = any.dump();
        String consistency = dump.consistency().isEmpty() ? null : dump.consistency();
        subtasks.forEach(this::addRoutes);
        subtasks.forEach(this::addAllowed);
        return new TaskConfig(
                any.task(),
                any.mode().label(),
                any.shardMode() == ShardMode.NONE ? null : any.shardMode().label(),
                any.strictOptimisticShardMode(),
                any.metaSchema(),
                any.onlineDdl(),
                any.load().onDuplicateLogical(),
                withoutSecurity(any.target()),
                filters(),
                rules,
                FullSettings.of(
                        dump.threads(), any.load().poolSize(), any.load().dir(), consistency),
                new IncrementalSettings(any.sync().workerCount(), any.sync().batch()),
                subtasks.stream().map(RebuiltTask::entry).toList(),
                any.ignoreCheckingItems().isEmpty() ? null : any.ignoreCheckingItems());
    }

    /** DM does not look at the TLS material of a target when it rebuilds a task. */
    private static TargetDatabase withoutSecurity(TargetDatabase target) {
        return new TargetDatabase(target.host(), target.port(), target.user(), target.password(), null);
    }

    private @Nullable Map<String, EventFilter> filters() {
        Map<String, EventFilter> filters = new TreeMap<>();
        for (SubtaskConfig subtask : subtasks) {
            List<String> names = filterNames(subtask);
            for (int i = 0; i < names.size(); i++) {
                FilterRule rule = subtask.filters().get(i);
                filters.put(names.get(i), new EventFilter(given(rule.events()), given(rule.sqlPatterns())));
            }
        }
        return filters.isEmpty() ? null : filters;
    }

    private static @Nullable List<String> given(@Nullable List<String> texts) {
        return texts == null || texts.isEmpty() ? null : texts;
    }

    private static SourceEntry entry(SubtaskConfig subtask) {
        BinlogStart start = subtask.start();
        return start == null
                ? new SourceEntry(subtask.source(), null, null, null)
                : new SourceEntry(subtask.source(), start.file(), start.position(), start.gtid());
    }

    private void addRoutes(SubtaskConfig subtask) {
        subtask.routes().forEach(route -> {
            String table = route.targetTable().isEmpty() ? null : route.targetTable();
            MigrateRule.Target target = new MigrateRule.Target(route.targetSchema(), table);
            add(subtask, route.schemaPattern(), route.tablePattern(), target);
        });
    }

    private void addAllowed(SubtaskConfig subtask) {
        AllowRules allowed = subtask.allowed();
        if (allowed != null) {
            allowed.doSchemas().forEach(schema -> add(subtask, schema, "", null));
            for (TableName table : allowed.doTables()) {
                add(subtask, table.schema(), table.table(), null);
            }
        }
    }

    /** Adds a rule, unless there is one for the same source, schema and table: DM joins the three by hyphens. */
    private void add(SubtaskConfig subtask, String schema, String table, MigrateRule.@Nullable Target target) {
        if (seen.add(String.join("-", subtask.source(), schema, table))) {
            List<String> filters = subtask.filters().isEmpty() ? null : filterNames(subtask);
            rules.add(new MigrateRule(subtask.source(), schema, table, target, filters));
        }
    }
}
