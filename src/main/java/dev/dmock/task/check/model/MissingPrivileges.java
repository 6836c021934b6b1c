package dev.dmock.task.check.model;

import dev.dmock.sql.token.TableName;
import dev.dmock.world.database.DatabaseSession;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says in v8's words which privileges an account lacks. */
public final class MissingPrivileges {

    public static final String INSTRUCTION = "You need grant related privileges.";

    private MissingPrivileges() {}

    /** The text for privileges that have to be held globally; empty if they all are. */
    public static String of(DatabaseSession session, Privilege... global) {
        return of(session, Set.of(global), List.of());
    }

    /** The text for global privileges and SELECT on tables; empty if nothing is lacking. */
    public static String of(DatabaseSession session, Collection<Privilege> global, List<TableName> readable) {
        GrantList grants = GrantList.of(session);
        if (grants.everything()) {
            return "";
        }
        Set<Privilege> asked = EnumSet.of(Privilege.SELECT);
        asked.addAll(global);
        StringBuilder text = new StringBuilder();
        for (Privilege privilege : asked) {
            if (global.contains(privilege)) {
                text.append(
                        isHeld(grants, privilege) ? "" : "lack of " + privilege.label() + " global (*.*) privilege; ");
            } else {
                text.append(unreadable(grants, readable));
            }
        }
        return text.toString();
    }

    private static boolean isHeld(GrantList grants, Privilege privilege) {
        return grants.global(privilege) || privilege == Privilege.REPLICATION_CLIENT && grants.global(Privilege.SUPER);
    }

    private static String unreadable(GrantList grants, List<TableName> tables) {
        Map<String, List<TableName>> lacking = tables.stream()
                .filter(t -> !grants.on(Privilege.SELECT, t))
                .collect(Collectors.groupingBy(TableName::schema, TreeMap::new, Collectors.toList()));
        if (lacking.isEmpty()) {
            return "";
        }
        String names = lacking.values().stream()
                .map(list -> list.stream().map(TableName::quoted).collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
        return "lack of " + Privilege.SELECT.label() + " privilege: {" + names + "}; ";
    }
}
