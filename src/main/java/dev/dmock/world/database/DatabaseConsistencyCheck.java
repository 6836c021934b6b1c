package dev.dmock.world.database;

import dev.dmock.space.fact.ConsistencyCheck;
import dev.dmock.space.fact.Draft;
import dev.dmock.sql.model.Column;
import dev.dmock.sql.model.ColumnTypes;
import dev.dmock.world.database.model.DatabaseSchema;
import dev.dmock.world.database.model.Row;
import dev.dmock.world.database.model.Server;
import dev.dmock.world.database.model.Table;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks that tables are in schemas of servers, keys use existing columns, and rows have a value for each column. */
@Component
class DatabaseConsistencyCheck implements ConsistencyCheck {

    private static final String NUMBER = "[+-]?[0-9]*\\.?[0-9]*([eE][+-]?[0-9]{1,3})?";

    @Override
    public Optional<Misfit> check(Draft draft) {
        for (DatabaseSchema schema : draft.all(DatabaseSchema.KIND)) {
            if (!draft.has(Server.KIND, schema.address())) {
                return Optional.of(new Misfit(DatabaseSchema.KIND, schema.name() + " is on no server"));
            }
        }
        for (Table table : draft.all(Table.KIND)) {
            if (!draft.has(DatabaseSchema.KIND, table.address(), table.schema())) {
                return Optional.of(new Misfit(Table.KIND, table.name() + " is in no schema"));
            }
            if (!hasColumnsOfKeys(table)) {
                return Optional.of(new Misfit(Table.KIND, table.name() + " lacks a column of a key"));
            }
        }
        for (Row row : draft.all(Row.KIND)) {
            boolean fits = draft.find(Table.KIND, row.address(), row.schema(), row.table())
                    .filter(table -> fits(table.structure().columns(), row.values()))
                    .isPresent();
            if (!fits) {
                return Optional.of(new Misfit(Row.KIND, "a row is not one of " + row.schema() + "." + row.table()));
            }
        }
        return Optional.empty();
    }

    private static boolean hasColumnsOfKeys(Table table) {
        return table.structure().indexes().stream()
                .flatMap(index -> index.parts().stream())
                .allMatch(part -> table.structure().column(part.column()).isPresent());
    }

    private static boolean fits(List<Column> columns, List<@Nullable String> values) {
        for (int i = 0; i < Math.min(columns.size(), values.size()); i++) {
            String value = values.get(i);
            boolean number = ColumnTypes.isNumber(columns.get(i).type().name());
            if (number && value != null && (value.isEmpty() || !value.matches(NUMBER))) {
                return false;
            }
        }
        return columns.size() == values.size();
    }
}
