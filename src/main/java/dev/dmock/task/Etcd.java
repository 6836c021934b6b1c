package dev.dmock.task;

import dev.dmock.error.DmError;

/** What comes through of etcd, where DM-master keeps what it knows. */
final class Etcd {

    private Etcd() {}

    /** Something is to be written twice in one go, because a source was named twice. */
    static DmError duplicateKey() {
        return DmError.of(42501, "txn commit failed").causedBy("etcdserver: duplicate key given in txn request");
    }
}
