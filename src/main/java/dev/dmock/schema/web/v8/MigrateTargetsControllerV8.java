package dev.dmock.schema.web.v8;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.schema.MigrateTargets;
import dev.dmock.space.Spaces;
import dev.dmock.space.store.SpaceName;
import dev.dmock.web.V8;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Lists the target tables of a task. Verified against v8.1.0. */
@V8
class MigrateTargetsControllerV8 {

    private final Spaces spaces;
    private final MigrateTargets targets;

    MigrateTargetsControllerV8(Spaces spaces, MigrateTargets targets) {
        this.spaces = spaces;
        this.targets = targets;
    }

    /** DMAPIGetTaskMigrateTargets. */
    @GetMapping("/tasks/{task-name}/sources/{source-name}/migrate_targets")
    TargetList list(
            SpaceName space,
            @PathVariable("task-name") String task,
            @PathVariable("source-name") String source,
            @RequestParam(name = "schema_pattern", defaultValue = "") String schemas,
            @RequestParam(name = "table_pattern", defaultValue = "") String tables) {
        return TargetList.of(spaces.read(space, draft -> targets.of(draft, task, source, schemas, tables)));
    }

    /** The tables; unlike other lists, an empty one is null. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record TargetList(@Nullable List<TargetView> data, int total) {

        static TargetList of(List<MigrateTargets.Target> targets) {
            List<TargetView> views = targets.stream().map(TargetView::of).toList();
            return new TargetList(views.isEmpty() ? null : views, views.size());
        }
    }

    /** A source table and its target table. */
    record TargetView(
            @JsonProperty("source_schema") String sourceSchema,
            @JsonProperty("source_table") String sourceTable,
            @JsonProperty("target_schema") String targetSchema,
            @JsonProperty("target_table") String targetTable) {

        static TargetView of(MigrateTargets.Target target) {
            return new TargetView(
                    target.source().schema(),
                    target.source().table(),
                    target.target().schema(),
                    target.target().table());
        }
    }
}
