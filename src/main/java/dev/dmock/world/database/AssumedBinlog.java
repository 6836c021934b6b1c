package dev.dmock.world.database;

import dev.dmock.space.fact.Draft;
import dev.dmock.world.database.model.Binlog;
import dev.dmock.world.database.model.GtidSet;
import dev.dmock.world.database.model.ReachableServers;
import dev.dmock.world.database.model.Role;
import dev.dmock.world.database.model.Server;
import dev.dmock.world.database.model.ServerStore;
import dev.dmock.world.database.model.Variables;
import java.util.Map;
import java.util.TreeMap;

/** Provides the binlog file and the GTID set that a request names, if any address is reachable. */
public final class AssumedBinlog {

    private AssumedBinlog() {}

    /**
     * Provides what a request assumes of the binlog of the upstream at an address; the file and the set may be empty.
     */
    public static void provide(Draft draft, String address, String file, long position, String gtidSet) {
        if (!ReachableServers.of(draft).anyUpstream()) {
            return;
        }
        ServerStore.find(draft, Role.UPSTREAM, address)
                .filter(store ->
                        store.server().acceptsAnyAccount() && store.server().role() == Role.UPSTREAM)
                .ifPresent(store -> {
                    if (Binlog.isFileName(file)) {
                        reach(store, file, position);
                    }
                    if (!gtidSet.isBlank()) {
                        GtidSet.parse(gtidSet).ifPresent(set -> execute(store, set));
                    }
                });
    }

    private static void reach(ServerStore store, String file, long position) {
        Binlog old = store.server().binlog();
        Binlog wanted = old.having(file, position);
        if (!wanted.equals(old)) {
            store.put(store.server().withBinlog(wanted));
        }
    }

    private static void execute(ServerStore store, GtidSet named) {
        Server server = store.server();
        GtidSet old = GtidSet.parse(server.variables().getOrDefault(Variables.GTID_PURGED, ""))
                .orElseThrow();
        Map<String, String> variables = new TreeMap<>(server.variables());
        variables.put(
                Variables.GTID_PURGED, old.with(named.without(server.uuid())).toString());
        store.put(server.withVariables(variables).withBinlog(server.binlog().after(named.withoutGap(server.uuid()))));
    }
}
