package dev.dmock.task.sync;

import dev.dmock.sql.model.Column;
import dev.dmock.sql.structure.ValueConverter;
import dev.dmock.sql.token.TableName;
import dev.dmock.world.database.DatabaseSession;
import dev.dmock.world.database.model.RowChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Converts values to those that the target stores: DM's sessions there use the upstream's sql_mode (Syncer.createDBs),
 * so that the target rejects a misfit value only if the upstream is strict.
 */
final class TargetValues {

    private final List<Optional<Column>> columns;

    private TargetValues(List<Optional<Column>> columns) {
        this.columns = columns;
    }

    /** Returns the target's columns; none if the upstream is strict or the target does not exist. */
    static TargetValues of(DatabaseSession upstream, DatabaseSession downstream, TableName target, List<String> names) {
        boolean strict = upstream.variable("sql_mode").toUpperCase(Locale.ROOT).contains("STRICT_");
        return new TargetValues(
                strict
                        ? List.of()
                        : downstream
                                .table(target)
                                .map(table -> names.stream()
                                        .map(name -> table.structure().column(name))
                                        .toList())
                                .orElse(List.of()));
    }

    RowChange fit(RowChange change) {
        return columns.isEmpty() ? change : new RowChange(fit(change.before()), fit(change.after()));
    }

    private @Nullable List<@Nullable String> fit(@Nullable List<@Nullable String> row) {
        if (row == null) {
            return null;
        }
        List<@Nullable String> fitted = new ArrayList<>(row);
        for (int i = 0; i < Math.min(row.size(), columns.size()); i++) {
            String value = row.get(i);
            fitted.set(
                    i,
                    columns.get(i).isPresent()
                            ? ValueConverter.nearest(columns.get(i).get(), value)
                            : value);
        }
        return fitted;
    }
}
