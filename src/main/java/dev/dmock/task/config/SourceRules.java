package dev.dmock.task.config;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.sql.token.TableName;
import dev.dmock.task.config.rule.AllowList;
import dev.dmock.task.config.rule.AllowRules;
import dev.dmock.task.config.rule.BinlogFilter;
import dev.dmock.task.config.rule.FilterRule;
import dev.dmock.task.config.rule.InvalidRuleException;
import dev.dmock.task.config.rule.RouteRule;
import dev.dmock.task.config.rule.TableRouter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a task's rules for one source.
 *
 * @param routes for the rules with a target
 * @param filters one for each filter that a rule names
 * @param allowed null if the task has no rule for the source
 */
record SourceRules(
        List<RouteRule> routes,
        List<FilterRule> filters,
        @Nullable AllowRules allowed) {

    /** DM keeps a copy of a filter for each use, and lists all uses at each rule: a short task can be a long list. */
    private static final long MOST_COPIES = 1_000_000;

    /** Takes the rules apart; refuses a name of a filter that the task does not define. */
    static SourceRules of(TaskConfig task, String source, ConfigPolicy policy) {
        Map<String, EventFilter> defined = Objects.requireNonNullElse(task.filters(), Map.of());
        List<RouteRule> routes = new ArrayList<>();
        List<FilterRule> filters = new ArrayList<>();
        List<String> schemas = new ArrayList<>();
        List<TableName> tables = new ArrayList<>();
        for (MigrateRule rule : task.rulesOrNone()) {
            if (!rule.source().equals(source)) {
                continue;
            }
            addRoute(routes, rule);
            addFilters(filters, rule, defined);
            if (policy.selectors() || rule.table().isEmpty()) {
                schemas.add(rule.schema());
            }
            if (policy.selectors() || !rule.table().isEmpty()) {
                tables.add(new TableName(rule.schema(), rule.table()));
            }
        }
        requireFewCopies(filters, Math.max(schemas.size(), tables.size()));
        boolean none = schemas.isEmpty() && tables.isEmpty();
        List<String> distinct = schemas.stream().distinct().toList();
        return new SourceRules(routes, filters, none ? null : AllowRules.of(distinct, tables));
    }

    private static void addRoute(List<RouteRule> routes, MigrateRule rule) {
        MigrateRule.Target target = rule.target();
        if (target != null && (target.schema() != null || target.table() != null)) {
            routes.add(new RouteRule(
                    rule.schema(),
                    rule.table(),
                    Objects.requireNonNullElse(target.schema(), ""),
                    Objects.requireNonNullElse(target.table(), "")));
        }
    }

    private static void addFilters(List<FilterRule> filters, MigrateRule rule, Map<String, EventFilter> defined) {
        for (String name : Objects.requireNonNullElse(rule.filters(), List.<String>of())) {
            EventFilter filter = defined.get(name);
            if (filter == null) {
                throw DmError.of(DmCode.OPEN_API_COMMON)
                        .message("filter rule name %s not found.", name)
                        .asException();
            }
            filters.add(new FilterRule(
                    rule.schema(),
                    rule.table(),
                    Objects.requireNonNullElse(filter.ignoreEvent(), List.of()),
                    filter.ignoreSql(),
                    true));
        }
    }

    private static void requireFewCopies(List<FilterRule> filters, long rules) {
        long copies = filters.size() * rules;
        for (FilterRule filter : filters) {
            copies += filter.events().size();
        }
        if (copies > MOST_COPIES) {
            throw DmError.of(DmCode.OPEN_API_COMMON)
                    .message("filters are used too often by the rules of a source.")
                    .asException();
        }
    }

    /** The rules as DM keeps them; refuses those that it cannot use. {@code at} says where, for the error. */
    SourceRules checked(ConfigPolicy policy, boolean caseSensitive, String at) {
        if (allowed != null) {
            InvalidRuleException.require(DmCode.CONFIG_GEN_BA_LIST, at, () -> AllowList.of(allowed, caseSensitive));
        }
        if (policy.selectors()) {
            InvalidRuleException.require(
                    DmCode.CONFIG_GEN_TABLE_ROUTER, at, () -> TableRouter.requireDistinct(routes, caseSensitive));
            InvalidRuleException.require(
                    DmCode.CONFIG_BINLOG_EVENT_FILTER,
                    at,
                    () -> BinlogFilter.requireUsable(filters, caseSensitive, policy.severalFilters()));
        } else {
            InvalidRuleException.require(
                    DmCode.CONFIG_GEN_TABLE_ROUTER, at, () -> TableRouter.of(routes, caseSensitive));
        }
        SourceRules kept = caseSensitive ? this : inLowerCase();
        return policy.selectors()
                ? kept
                : new SourceRules(kept.routes, BinlogFilter.keepUsable(filters, caseSensitive), kept.allowed);
    }

    private SourceRules inLowerCase() {
        return new SourceRules(
                routes.stream().map(RouteRule::inLowerCase).toList(),
                filters.stream().map(FilterRule::inLowerCase).toList(),
                allowed == null ? null : allowed.inLowerCase());
    }
}
