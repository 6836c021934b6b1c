package dev.dmock.task.config;

import dev.dmock.task.config.rule.AllowList;
import dev.dmock.task.config.rule.AllowRules;
import dev.dmock.task.config.rule.BinlogFilter;
import dev.dmock.task.config.rule.FilterRule;
import dev.dmock.task.config.rule.RouteRule;
import dev.dmock.task.config.rule.TableRouter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What DM keeps of a task: its part for one source, checked, with all defaults. The list of tasks is rebuilt from these.
 *
 * @param start where to begin in the binlog; null if nothing of it was given
 * @param routes in the order of posting
 * @param filters one for each use of a filter by a rule, in the order of use
 * @param allowed null if there are no rules
 */
public record SubtaskConfig(
        String task,
        String source,
        TaskMode mode,
        ShardMode shardMode,
        boolean strictOptimisticShardMode,
        String metaSchema,
        boolean onlineDdl,
        boolean caseSensitive,
        @Nullable BinlogStart start,
        TargetDatabase target,
        List<RouteRule> routes,
        List<FilterRule> filters,
        @Nullable AllowRules allowed,
        DumpSettings dump,
        LoadSettings load,
        SyncSettings sync,
        List<String> ignoreCheckingItems) {

    public SubtaskConfig {
        routes = List.copyOf(routes);
        filters = List.copyOf(filters);
        ignoreCheckingItems = List.copyOf(ignoreCheckingItems);
    }

    /** Which tables are taken. */
    public AllowList allowList() {
        return allowed == null ? AllowList.ALL : AllowList.of(allowed, caseSensitive);
    }

    /** Where tables go. */
    public TableRouter router() {
        return TableRouter.of(routes, caseSensitive);
    }

    /** Which events are left out. */
    public BinlogFilter binlogFilter() {
        return BinlogFilter.of(filters, caseSensitive);
    }

    /**
     * Whether a subtask in the sync unit may get the other configuration (PUT tasks/{name}, v8): only rules and settings
     * of the sync unit may differ. Passwords do not count, since DM leaves them out where it compares.
     */
    public boolean mayBecome(SubtaskConfig other) {
        return fixedPart().equals(other.fixedPart());
    }

    private SubtaskConfig fixedPart() {
        return new SubtaskConfig(
                task,
                source,
                mode,
                shardMode,
                strictOptimisticShardMode,
                metaSchema,
                onlineDdl,
                caseSensitive,
                start,
                new TargetDatabase(target.host(), target.port(), target.user(), "", target.security()),
                List.of(),
                List.of(),
                null,
                dump,
                load,
                SyncSettings.DEFAULT,
                ignoreCheckingItems);
    }
}
