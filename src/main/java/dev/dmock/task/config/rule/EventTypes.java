package dev.dmock.task.config.rule;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** DM's names for kinds of binlog events, and the groups of them that filters can name. */
final class EventTypes {

    private static final Set<String> DML = Set.of("insert", "update", "delete");

    /** What can no longer be read, or is read otherwise, by who still has the old structure. */
    private static final Set<String> INCOMPATIBLE = Set.of(
            "value range decrease",
            "precision decrease",
            "modify column",
            "rename column",
            "rename index",
            "drop column",
            "drop primary key",
            "drop unique key",
            "modify default value",
            "modify constraint",
            "modify columns order",
            "modify charset",
            "modify collation",
            "remove auto increment",
            "modify storage engine",
            "reorganize table partition",
            "rebuild table partition",
            "coalesce table partition",
            "split table partition",
            "exchange table partition",
            "drop database",
            "drop table",
            "drop index",
            "rename table",
            "truncate table",
            "drop table partition",
            "truncate table partition",
            "modify schema charset and collate",
            "modify table charset and collate",
            "modify table comment",
            "recover table",
            "alter table partitioning",
            "remove table partitioning",
            "add column",
            "set default value",
            "rebase auto id",
            "add primary key",
            "alter index visibility",
            "alter ttl info",
            "alter ttl remove",
            "multi schema change");

    private static final Set<String> OTHERS = Set.of(
            "",
            "all",
            "all ddl",
            "all dml",
            "none",
            "none ddl",
            "none dml",
            "incompatible ddl changes",
            "create database",
            "alter database",
            "create table",
            "create index",
            "create view",
            "drop view",
            "alter table",
            "add table partition");

    private static final Map<String, String> ALIASES = Map.of(
            "create schema", "create database",
            "drop schema", "drop database",
            "alter schema", "alter database");

    private EventTypes() {}

    /** The name that DM keeps for what a filter says. */
    static String canonical(String event) {
        String lower = event.toLowerCase(Locale.ROOT);
        String name = ALIASES.getOrDefault(lower, lower);
        if (DML.contains(name) || INCOMPATIBLE.contains(name) || OTHERS.contains(name)) {
            return name;
        }
        throw new InvalidRuleException("event type " + event + " not valid");
    }

    /** Whether a filter's list covers an event; the first name that says something about it decides. */
    static boolean cover(List<String> names, String event) {
        boolean dml = DML.contains(event);
        for (String name : names) {
            if (name.equals("none") || name.equals(dml ? "none dml" : "none ddl")) {
                return false;
            }
            if (name.equals("all")
                    || name.equals(dml ? "all dml" : "all ddl")
                    || name.equals("incompatible ddl changes") && INCOMPATIBLE.contains(event)
                    || name.equals(event)) {
                return true;
            }
        }
        return false;
    }
}
