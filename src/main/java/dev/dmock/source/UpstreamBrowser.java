package dev.dmock.source;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.space.fact.Draft;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.version.Generation;
import dev.dmock.version.Trait;
import dev.dmock.world.database.DatabaseSession;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Lists the schemas and tables of a source's upstream (GET sources/{name}/schemas and …/schemas/{schema}); needs no
 * worker.
 */
@Service
public class UpstreamBrowser {

    private final SourceChecks checks;

    UpstreamBrowser(SourceChecks checks) {
        this.checks = checks;
    }

    /** Returns the schemas in the server's order. */
    public List<String> schemas(Draft draft, String source) {
        DatabaseSession session = checks.connect(draft, SourceService.require(draft, source));
        return draft.has(Trait.SYSTEM_SCHEMAS_LISTED) ? session.schemaNames() : session.userSchemaNames();
    }

    /**
     * Returns the tables and views of a schema in the server's order.
     *
     * @throws dev.dmock.error.DmException 46008; 10001 (v5) or code 0 (v8) for an unknown schema
     */
    public List<String> tables(Draft draft, String source, String schema) {
        DatabaseSession session = checks.connect(draft, SourceService.require(draft, source));
        try {
            return draft.has(Trait.SCHEMA_NAMES_UNQUOTED) ? session.tableNamesFrom(schema) : session.tableNames(schema);
        } catch (DatabaseException e) {
            Generation generation = draft.settings().api().generation();
            String text = e.error().text(generation);
            throw (generation == Generation.V5
                            ? DmError.of(DmCode.DB_DRIVER_ERROR).causedBy(text)
                            : DmError.plain(text))
                    .asException();
        }
    }
}
