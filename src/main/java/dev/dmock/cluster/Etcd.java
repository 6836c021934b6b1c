package dev.dmock.cluster;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.space.fact.Draft;
import dev.dmock.version.Generation;
import java.util.Collection;
import java.util.HashSet;

/** What comes through of etcd, where DM-master keeps what it knows. */
public final class Etcd {

    private static final String DUPLICATE_KEY = "etcdserver: duplicate key given in txn request";

    private Etcd() {}

    /** Whether something is to be written twice in one go, because it was named twice. */
    public static boolean writesTwice(Collection<String> names) {
        return new HashSet<>(names).size() < names.size();
    }

    /** What etcd says of it; v5.3 passes its words on as they are. */
    public static DmError duplicateKey(Draft draft) {
        return draft.settings().api().generation() == Generation.V5
                ? DmError.plain(DUPLICATE_KEY)
                : DmError.of(DmCode.HA_FAIL_TXN_OPERATION, "txn commit failed").causedBy(DUPLICATE_KEY);
    }
}
