package dev.dmock.space.snapshot;

import dev.dmock.space.store.CommitQueue;
import dev.dmock.space.store.SpaceName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps snapshots in the database; they go with their space. */
@Component
public class SnapshotStore {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final CommitQueue queue;

    public SnapshotStore(JdbcClient jdbc, TransactionTemplate transaction, CommitQueue queue) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.queue = queue;
    }

    /** The metadata of a snapshot, without its document. */
    record Entry(SnapshotName name, String takenAt, long size) {}

    List<Entry> list(SpaceName space) {
        return jdbc
                .sql("SELECT name, taken_at, CHAR_LENGTH(body) FROM snapshot WHERE space = ?")
                .param(space.value())
                .query((row, n) -> new Entry(new SnapshotName(row.getString(1)), row.getString(2), row.getLong(3)))
                .list()
                .stream()
                .sorted(Comparator.comparing(entry -> entry.name().value()))
                .toList();
    }

    Optional<String> find(SpaceName space, SnapshotName name) {
        return jdbc.sql("SELECT body FROM snapshot WHERE space = ? AND name = ?")
                .params(space.value(), name.value())
                .query((row, n) -> row.getString(1))
                .optional();
    }

    /** Stores a snapshot, replacing one of the same name; returns true if it is new. */
    boolean put(SpaceName space, SnapshotName name, String takenAt, String body) {
        return queue.inTurn(() -> transaction.execute(status -> {
            boolean replaces = delete(jdbc, space, name);
            jdbc.sql("INSERT INTO snapshot (space, name, taken_at, body) VALUES (?, ?, ?, ?)")
                    .params(space.value(), name.value(), takenAt, body)
                    .update();
            return !replaces;
        }));
    }

    boolean delete(SpaceName space, SnapshotName name) {
        return queue.inTurn(() -> delete(jdbc, space, name));
    }

    private static boolean delete(JdbcClient jdbc, SpaceName space, SnapshotName name) {
        return jdbc.sql("DELETE FROM snapshot WHERE space = ? AND name = ?")
                        .params(space.value(), name.value())
                        .update()
                == 1;
    }
}
