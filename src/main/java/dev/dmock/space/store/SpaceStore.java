package dev.dmock.space.store;

import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.FactJson;
import dev.dmock.space.fact.Facts;
import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;
import dev.dmock.space.fact.Kinds;
import dev.dmock.space.fact.SpaceSettings;
import dev.dmock.version.Generation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps spaces in the database: a row with a version for each space, and a row for each fact. A commit takes effect only
 * if the version is still the one that it was derived from.
 */
@Component
public class SpaceStore {

    /** In one statement, since only then all that it sees is of one moment. */
    private static final String STATE = """
            SELECT s.life, s.version, f.kind, f.body
            FROM space s LEFT JOIN fact f ON f.space = s.name
            WHERE s.name = ?""";

    /** A server that stalls during a commit blocks other servers' writes to that space for at most 20 s. */
    private static final String LONGEST_PAUSE = "SET LOCAL idle_in_transaction_session_timeout = 20000";

    private static final String OVERVIEW = """
            SELECT f.space, f.kind, f.id, CASE WHEN f.kind = :settings THEN f.body END
            FROM space s JOIN fact f ON f.space = s.name AND f.kind IN (:kinds)""";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final CommitQueue queue;
    private final boolean shared;
    private final FactJson json;

    public SpaceStore(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            CommitQueue queue,
            List<Kinds> kinds,
            StorageProperties storage) {
        this.jdbc = jdbc;
        this.shared = storage.shared();
        this.transaction = transaction;
        this.queue = queue;
        this.json = new FactJson(kinds);
    }

    /**
     * What is stored of a space.
     *
     * @throws dev.dmock.error.DmException if the database fails
     */
    public Optional<SpaceState> load(SpaceName name) {
        try {
            return jdbc.sql(STATE).param(name.value()).query(this::state);
        } catch (DataAccessException | TransactionException e) {
            throw StorageFailure.of(Generation.V5, e);
        }
    }

    private Optional<SpaceState> state(ResultSet rows) throws SQLException {
        SpaceVersion version = null;
        Facts facts = Facts.NONE;
        while (rows.next()) {
            version = new SpaceVersion(rows.getString(1), rows.getLong(2));
            if (rows.getString(3) != null) {
                facts = read(facts, rows.getString(3), rows.getString(4));
            }
        }
        return version == null ? Optional.empty() : Optional.of(SpaceState.asStored(version, facts));
    }

    /**
     * Whether the state is that of the database; if only this server writes, it is.
     *
     * @throws dev.dmock.error.DmException if the database fails
     */
    public boolean isCurrent(SpaceName name, SpaceState state) {
        if (!shared) {
            return true;
        }
        try {
            return jdbc.sql("SELECT 1 FROM space WHERE name = ? AND life = ? AND version = ?")
                    .params(
                            name.value(),
                            state.version().life(),
                            state.version().number())
                    .query(Integer.class)
                    .optional()
                    .isPresent();
        } catch (DataAccessException | TransactionException e) {
            throw StorageFailure.of(state.generation(), e);
        }
    }

    public List<SpaceName> names() {
        return jdbc.sql("SELECT name FROM space").query((row, n) -> new SpaceName(row.getString(1))).list().stream()
                .sorted(Comparator.comparing(SpaceName::value))
                .toList();
    }

    public boolean has(SpaceName name) {
        return jdbc.sql("SELECT 1 FROM space WHERE name = ?")
                .param(name.value())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** All spaces, or one, in the order of their names. */
    public List<SpaceSummary> overview(@Nullable SpaceName only, List<Kind<?>> counted) {
        Map<String, SpaceSettings> settings = new TreeMap<>();
        Map<String, Map<String, Set<String>>> keys = new HashMap<>();
        List<String> asked = new ArrayList<>(counted.stream().map(Kind::name).toList());
        asked.add(SpaceSettings.KIND.name());
        jdbc.sql(only == null ? OVERVIEW : OVERVIEW + " WHERE s.name = :space")
                .param("settings", SpaceSettings.KIND.name())
                .param("kinds", asked)
                .param("space", only == null ? "" : only.value())
                .query(row -> {
                    String space = row.getString(1);
                    String body = row.getString(4);
                    if (body != null) {
                        settings.put(space, json.read(SpaceSettings.KIND, body));
                    } else {
                        keys.computeIfAbsent(space, s -> new HashMap<>())
                                .computeIfAbsent(row.getString(2), k -> new HashSet<>())
                                .add(Key.first(row.getString(3)));
                    }
                });
        List<SpaceSummary> all = new ArrayList<>();
        settings.forEach((space, its) -> {
            Map<String, Integer> counts = new HashMap<>();
            keys.getOrDefault(space, Map.of()).forEach((kind, first) -> counts.put(kind, first.size()));
            all.add(new SpaceSummary(new SpaceName(space), its, counts));
        });
        return all;
    }

    private Facts read(Facts facts, String name, String body) {
        Kind<?> kind = json.kind(name)
                .orElseThrow(() -> new IllegalStateException(
                        "the database holds facts of a kind that this version does not know: " + name));
        return read(facts, kind, body);
    }

    private <V> Facts read(Facts facts, Kind<V> kind, String body) {
        return facts.with(kind, json.read(kind, body));
    }

    /**
     * Makes what the draft touched durable as the version after {@code before}.
     *
     * @return false if somebody else was faster, and nothing was done
     * @throws dev.dmock.error.DmException if the database fails; then the change may have been made or not
     */
    public boolean commit(SpaceName name, SpaceState before, Draft draft) {
        try {
            return inTurn(() -> transaction.execute(status -> {
                if (shared) {
                    jdbc.sql(LONGEST_PAUSE).update();
                }
                boolean first = raise(name, before.version());
                if (!first) {
                    status.setRollbackOnly();
                } else {
                    write(name, before.stored(), draft.facts(), draft.touched());
                }
                return first;
            }));
        } catch (DataAccessException | TransactionException e) {
            throw StorageFailure.of(draft.settings().api().generation(), e);
        }
    }

    /** Returns false if another commit came first, which may have created the same space. */
    private boolean raise(SpaceName name, SpaceVersion version) {
        if (version.stored()) {
            return jdbc.sql("UPDATE space SET version = ? WHERE name = ? AND life = ? AND version = ?")
                            .params(version.next().number(), name.value(), version.life(), version.number())
                            .update()
                    == 1;
        }
        try {
            jdbc.sql("INSERT INTO space (name, life, version) VALUES (?, ?, ?)")
                    .params(name.value(), version.life(), version.next().number())
                    .update();
            return true;
        } catch (DuplicateKeyException made) {
            return false;
        }
    }

    private void write(SpaceName name, Facts before, Facts after, Collection<Draft.Touched> touched) {
        for (Draft.Touched record : touched) {
            Object old = record.in(before);
            Object current = record.in(after);
            String kind = record.kind().name();
            if (current == null && old != null) {
                jdbc.sql("DELETE FROM fact WHERE space = ? AND kind = ? AND id = ?")
                        .params(name.value(), kind, record.key())
                        .update();
            } else if (current != null && old == null) {
                jdbc.sql("INSERT INTO fact (space, kind, id, body) VALUES (?, ?, ?, ?)")
                        .params(name.value(), kind, record.key(), json.write(current))
                        .update();
            } else if (current != null && !current.equals(old)) {
                jdbc.sql("UPDATE fact SET body = ? WHERE space = ? AND kind = ? AND id = ?")
                        .params(json.write(current), name.value(), kind, record.key())
                        .update();
            }
        }
    }

    public boolean drop(SpaceName name) {
        return queue.inTurn(() ->
                jdbc.sql("DELETE FROM space WHERE name = ?").param(name.value()).update() == 1);
    }

    /** PostgreSQL is whole with any number of writers. */
    private boolean inTurn(Supplier<Boolean> commit) {
        return shared ? commit.get() : queue.inTurn(commit);
    }
}
