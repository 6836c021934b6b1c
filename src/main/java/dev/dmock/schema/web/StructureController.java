package dev.dmock.schema.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.error.ServerPanicException;
import dev.dmock.schema.StructureService;
import dev.dmock.space.Spaces;
import dev.dmock.space.fact.Draft;
import dev.dmock.space.store.SpaceName;
import dev.dmock.sql.token.TableName;
import dev.dmock.version.Trait;
import dev.dmock.web.EveryGeneration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/** Operations on the table structures of a task. Verified against v5.3.0 and v8.1.0. */
@EveryGeneration
class StructureController {

    private static final String SCHEMAS = "/tasks/{task-name}/sources/{source-name}/schemas";
    private static final String TABLES = SCHEMAS + "/{schema-name}";
    private static final String TABLE = TABLES + "/{table-name}";

    private final Spaces spaces;
    private final StructureService structures;

    StructureController(Spaces spaces, StructureService structures) {
        this.spaces = spaces;
        this.structures = structures;
    }

    /** DMAPIGetSchemaListByTaskAndSource. */
    @GetMapping(SCHEMAS)
    List<String> schemas(
            SpaceName space, @PathVariable("task-name") String task, @PathVariable("source-name") String source) {
        return spaces.read(space, draft -> structures.schemas(draft, task, source));
    }

    /** DMAPIGetTableListByTaskAndSource. */
    @GetMapping(TABLES)
    List<String> tables(
            SpaceName space,
            @PathVariable("task-name") String task,
            @PathVariable("source-name") String source,
            @PathVariable("schema-name") String schema) {
        return spaces.read(space, draft -> structures.tables(draft, task, source, schema));
    }

    /** DMAPIGetTableStructure. */
    @GetMapping(TABLE)
    StructureView show(
            SpaceName space,
            @PathVariable("task-name") String task,
            @PathVariable("source-name") String source,
            @PathVariable("schema-name") String schema,
            @PathVariable("table-name") String table) {
        return spaces.read(
                space,
                draft -> new StructureView(
                        structures.structure(draft, task, source, new TableName(schema, table)), schema, table));
    }

    /** DMAPIOperateTableStructure; the documentation page has PATCH. */
    @RequestMapping(
            path = TABLE,
            method = {RequestMethod.PUT, RequestMethod.PATCH})
    void set(
            SpaceName space,
            @PathVariable("task-name") String task,
            @PathVariable("source-name") String source,
            @PathVariable("schema-name") String schema,
            @PathVariable("table-name") String table,
            @RequestBody StructureRequest body) {
        spaces.change(space, draft -> {
            structures.requireWorker(draft, source);
            body.checkFlags(draft);
            structures.set(
                    draft, task, source, new TableName(schema, table), body.sql, !Boolean.FALSE.equals(body.flush));
        });
    }

    /** DMAPIDeleteTableStructure. */
    @DeleteMapping(TABLE)
    ResponseEntity<Void> remove(
            SpaceName space,
            @PathVariable("task-name") String task,
            @PathVariable("source-name") String source,
            @PathVariable("schema-name") String schema,
            @PathVariable("table-name") String table) {
        return spaces.write(space, draft -> {
            structures.remove(draft, task, source, new TableName(schema, table));
            boolean ok = draft.has(Trait.REMOVING_STRUCTURE_IS_OK);
            return ResponseEntity.status(ok ? HttpStatus.OK : HttpStatus.NO_CONTENT)
                    .build();
        });
    }

    /** A CREATE TABLE statement and the flags for applying it; the real servers crash if a flag is missing. */
    record StructureRequest(
            @JsonProperty("sql_content") String sql,
            @JsonProperty("flush") @Nullable Boolean flush,
            @JsonProperty("sync") @Nullable Boolean sync) {

        void checkFlags(Draft draft) {
            if ((flush == null || sync == null) && !draft.has(Trait.STRUCTURES_ALWAYS_OPEN)) {
                throw new ServerPanicException(ServerPanicException.NIL_POINTER);
            }
        }
    }

    /** A CREATE TABLE statement with its schema and table. */
    record StructureView(
            @JsonProperty("schema_create_sql") String sql,
            @JsonProperty("schema_name") String schema,
            @JsonProperty("table_name") String table) {}
}
