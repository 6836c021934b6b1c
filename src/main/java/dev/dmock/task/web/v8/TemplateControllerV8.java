package dev.dmock.task.web.v8;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.dmock.space.Spaces;
import dev.dmock.space.fact.ErrorTexts;
import dev.dmock.space.store.SpaceName;
import dev.dmock.task.TemplateService;
import dev.dmock.task.TemplateService.Imported;
import dev.dmock.web.Listing;
import dev.dmock.web.V8;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/** The operations on templates of tasks. Verified against v8.1.0. */
@V8
class TemplateControllerV8 {

    private static final String TEMPLATES = "/tasks/templates";
    private static final String TEMPLATE = TEMPLATES + "/{task-name}";

    private final Spaces spaces;
    private final TemplateService templates;
    private final ErrorTexts errors;

    TemplateControllerV8(Spaces spaces, TemplateService templates, ErrorTexts errors) {
        this.spaces = spaces;
        this.templates = templates;
        this.errors = errors;
    }

    /** DMAPICreateTaskTemplate. */
    @PostMapping(TEMPLATES)
    @ResponseStatus(HttpStatus.CREATED)
    TaskV8 create(SpaceName space, @RequestBody(required = false) @Nullable TaskV8 body) {
        TaskV8 task = Objects.requireNonNullElse(body, TaskV8.ZERO);
        return TaskV8.of(spaces.write(space, draft -> templates.create(draft, task.toDomain())));
    }

    /** DMAPIGetTaskTemplateList. */
    @GetMapping(TEMPLATES)
    Listing<TaskV8> list(SpaceName space) {
        return spaces.read(
                space,
                draft ->
                        Listing.of(templates.all(draft).stream().map(TaskV8::of).toList()));
    }

    /** DMAPIImportTaskTemplate. */
    @PostMapping(TEMPLATES + "/import")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ImportResponse importTasks(SpaceName space, @RequestBody(required = false) @Nullable ImportRequest body) {
        boolean overwrite = body != null && body.overwrite;
        return spaces.write(space, draft -> {
            Imported imported = templates.importTasks(draft, overwrite);
            return new ImportResponse(
                    imported.failed().stream()
                            .map(f -> new ImportFailure(errors.text(draft, f.error()), f.task()))
                            .toList(),
                    imported.done());
        });
    }

    /** DMAPIGetTaskTemplate. */
    @GetMapping(TEMPLATE)
    TaskV8 show(SpaceName space, @PathVariable("task-name") String name) {
        return TaskV8.of(spaces.read(space, draft -> templates.require(draft, name)));
    }

    /** DMAPUpdateTaskTemplate; the name in the path does not count. */
    @PutMapping(TEMPLATE)
    TaskV8 replace(SpaceName space, @RequestBody(required = false) @Nullable TaskV8 body) {
        TaskV8 task = Objects.requireNonNullElse(body, TaskV8.ZERO);
        return TaskV8.of(spaces.write(space, draft -> templates.replace(draft, task.toDomain())));
    }

    /** DMAPIDeleteTaskTemplate. */
    @DeleteMapping(TEMPLATE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(SpaceName space, @PathVariable("task-name") String name) {
        spaces.change(space, draft -> templates.delete(draft, name));
    }

    /** Whether templates that are there are replaced. */
    record ImportRequest(@JsonProperty("overwrite") boolean overwrite) {}

    /** Which tasks became templates, and which did not. */
    record ImportResponse(
            @JsonProperty("failed_task_list") List<ImportFailure> failed,
            @JsonProperty("success_task_list") List<String> done) {}

    /** A task that did not become a template. */
    record ImportFailure(
            @JsonProperty("error_msg") String error,
            @JsonProperty("task_name") String task) {}
}
