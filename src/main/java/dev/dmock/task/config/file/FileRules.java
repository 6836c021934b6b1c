package dev.dmock.task.config.file;

import static dev.dmock.task.config.file.FileChecks.present;

import dev.dmock.error.DmCode;
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
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rules that a source of a configuration file names. */
final class FileRules {

    private static final List<String> TABLE_LISTS = List.of("do-tables", "ignore-tables");
    private static final List<String> SCHEMA_LISTS = List.of("do-dbs", "ignore-dbs");

    private final boolean caseSensitive;
    private final List<FileSettings> routes = new ArrayList<>();
    private final List<FileSettings> filters = new ArrayList<>();
    private final @Nullable FileSettings allowed;

    FileRules(FileSettings file, FileSettings instance) {
        this.caseSensitive = file.flag("case-sensitive");
        Map<String, @Nullable FileSettings> routesByName = file.structsByName("routes");
        instance.texts("route-rules").forEach(name -> routes.add(present(routesByName.get(name))));
        Map<String, @Nullable FileSettings> filtersByName = file.structsByName("filters");
        instance.texts("filter-rules").forEach(name -> filters.add(present(filtersByName.get(name))));
        this.allowed = file.structsByName("block-allow-list").get(instance.text("block-allow-list"));
    }

    /** Refuses rules that cannot be used, and writes the others back as they are used. */
    void check(String at) {
        if (allowed != null && !caseSensitive) {
            lowerAllowed(allowed);
        }
        AllowRules rules = allowed();
        if (rules != null) {
            InvalidRuleException.require(DmCode.CONFIG_GEN_BA_LIST, at, () -> AllowList.of(rules, caseSensitive));
        }
        InvalidRuleException.require(DmCode.CONFIG_GEN_TABLE_ROUTER, at, () -> TableRouter.of(routes(), caseSensitive));
        if (!caseSensitive) {
            routes.forEach(FileRules::lowerPatterns);
        }
        List<FilterRule> kept = BinlogFilter.keepUsable(filters(), caseSensitive);
        for (int i = 0; i < kept.size(); i++) {
            FileSettings filter = filters.get(i);
            filter.put("schema-pattern", kept.get(i).schemaPattern());
            filter.put("table-pattern", kept.get(i).tablePattern());
            filter.put("events", kept.get(i).events());
        }
    }

    List<RouteRule> routes() {
        return routes.stream()
                .map(r -> new RouteRule(
                        r.text("schema-pattern"),
                        r.text("table-pattern"),
                        r.text("target-schema"),
                        r.text("target-table")))
                .toList();
    }

    List<FilterRule> filters() {
        return filters.stream()
                .map(f -> new FilterRule(
                        f.text("schema-pattern"),
                        f.text("table-pattern"),
                        f.texts("events"),
                        f.texts("sql-pattern"),
                        true))
                .toList();
    }

    @Nullable
    AllowRules allowed() {
        return allowed == null
                ? null
                : new AllowRules(
                        allowed.texts("do-dbs"),
                        tables("do-tables"),
                        allowed.texts("ignore-dbs"),
                        tables("ignore-tables"));
    }

    private List<TableName> tables(String key) {
        return present(allowed).structs(key).stream()
                .map(FileChecks::present)
                .map(t -> new TableName(t.text("db-name"), t.text("tbl-name")))
                .toList();
    }

    private static void lowerAllowed(FileSettings rules) {
        for (String list : TABLE_LISTS) {
            rules.structs(list).forEach(table -> {
                lower(present(table), "db-name");
                lower(present(table), "tbl-name");
            });
        }
        for (String list : SCHEMA_LISTS) {
            rules.put(
                    list,
                    rules.texts(list).stream()
                            .map(t -> t.toLowerCase(Locale.ROOT))
                            .toList());
        }
    }

    private static void lowerPatterns(FileSettings rule) {
        lower(rule, "schema-pattern");
        lower(rule, "table-pattern");
    }

    private static void lower(FileSettings settings, String key) {
        settings.put(key, settings.text(key).toLowerCase(Locale.ROOT));
    }
}
