package dev.dmock.schema.web.v8;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.error.ServerPanicException;
import dev.dmock.schema.StructureService;
import dev.dmock.space.SpaceName;
import dev.dmock.space.Spaces;
import dev.dmock.web.V8;
import dev.dmock.world.sql.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The structures of a task's tables. Verified against v8.1.0. */
@V8
class StructureControllerV8 {

    private static final String SCHEMAS = "/tasks/{task-name}/sources/{source-name}/schemas";
    private static final String TABLES = SCHEMAS + "/{schema-name}";
    private static final String TABLE = TABLES + "/{table-name}";

    private final Spaces spaces;
    private final StructureService structures;

    StructureControllerV8(Spaces spaces, StructureService structures) {
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

    /** DMAPIOperateTableStructure; the server crashes where a flag is missing. */
    @PutMapping(TABLE)
    void set(
            SpaceName space,
            @PathVariable("task-name") String task,
            @PathVariable("source-name") String source,
            @PathVariable("schema-name") String schema,
            @PathVariable("table-name") String table,
            @RequestBody StructureRequest body) {
        spaces.change(space, draft -> {
            structures.requireWorker(draft, source);
            if (body.flush == null || body.sync == null) {
                throw new ServerPanicException(ServerPanicException.NIL_POINTER);
            }
            structures.set(draft, task, source, new TableName(schema, table), body.sql);
        });
    }

    /** DMAPIDeleteTableStructure. */
    @DeleteMapping(TABLE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            SpaceName space,
            @PathVariable("task-name") String task,
            @PathVariable("source-name") String source,
            @PathVariable("schema-name") String schema,
            @PathVariable("table-name") String table) {
        spaces.change(space, draft -> structures.remove(draft, task, source, new TableName(schema, table)));
    }

    /** A CREATE TABLE statement; the flags have to be there and make no difference. */
    record StructureRequest(
            @JsonProperty("sql_content") String sql,
            @JsonProperty("flush") @Nullable Boolean flush,
            @JsonProperty("sync") @Nullable Boolean sync) {}

    /** A CREATE TABLE statement and whose it is. */
    record StructureView(
            @JsonProperty("schema_create_sql") String sql,
            @JsonProperty("schema_name") String schema,
            @JsonProperty("table_name") String table) {}
}
