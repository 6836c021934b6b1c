package dev.dmock.task.web.v5;

import dev.dmock.task.config.BinlogStart;
import dev.dmock.task.config.RebuiltTask;
import dev.dmock.task.config.SubtaskConfig;
import dev.dmock.task.config.rule.FilterRule;
import dev.dmock.task.config.rule.RouteRule;
import dev.dmock.task.web.IncrementalView;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The form that GET tasks gives a task: rebuilt from the configurations of its subtasks, so that names of filters and
 * rules without a target are lost. Verified against v5.3.0.
 */
public final class ListedTaskV5 {

    private ListedTaskV5() {}

    /**
     * Rebuilds a task.
     *
     * @param subtasks those that were started, at least one; settings of the task as such are the first one's
     */
    public static TaskV5<ListedFilterV5> of(List<SubtaskConfig> subtasks) {
        SubtaskConfig any = subtasks.get(0);
        return new TaskV5<>(
                filters(subtasks),
                any.onlineDdl(),
                any.metaSchema(),
                any.task(),
                "error",
                switch (any.shardMode()) {
                    case NONE -> null;
                    case PESSIMISTIC, OPTIMISTIC -> any.shardMode().label();
                },
                new SourceConfigV5(
                        new SourceConfigV5.Full(
                                null,
                                any.load().dir(),
                                any.dump().threads(),
                                any.load().poolSize()),
                        new IncrementalView(any.sync().batch(), any.sync().workerCount()),
                        subtasks.stream().map(ListedTaskV5::entry).toList()),
                subtasks.stream()
                        .flatMap(s -> s.routes().stream().map(route -> rule(s, route)))
                        .toList(),
                TargetV5.listed(any.target()),
                any.mode().label());
    }

    private static @Nullable Map<String, ListedFilterV5> filters(List<SubtaskConfig> subtasks) {
        Map<String, ListedFilterV5> filters = new TreeMap<>();
        for (SubtaskConfig subtask : subtasks) {
            List<FilterRule> rules = subtask.filters();
            List<String> names = RebuiltTask.filterNames(subtask);
            IntStream.range(0, rules.size()).forEach(i -> filters.put(names.get(i), ListedFilterV5.of(rules.get(i))));
        }
        return filters.isEmpty() ? null : filters;
    }

    private static SourceConfigV5.Entry entry(SubtaskConfig subtask) {
        BinlogStart start = subtask.start();
        return start == null
                ? new SourceConfigV5.Entry(null, null, null, subtask.source())
                : new SourceConfigV5.Entry(start.gtid(), start.file(), start.position(), subtask.source());
    }

    private static MigrateRuleV5 rule(SubtaskConfig subtask, RouteRule route) {
        return new MigrateRuleV5(
                subtask.filters().isEmpty() ? null : RebuiltTask.filterNames(subtask),
                new MigrateRuleV5.From(route.schemaPattern(), subtask.source(), route.tablePattern()),
                new MigrateRuleV5.To(route.targetSchema(), route.targetTable()));
    }
}
