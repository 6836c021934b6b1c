package dev.dmock.task.config.file;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.error.DmException;
import dev.dmock.error.ServerPanicException;
import dev.dmock.task.config.RebuiltTask;
import dev.dmock.task.config.SubtaskConfig;
import dev.dmock.task.config.SubtaskDerivation;
import dev.dmock.task.config.TaskConfig;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Turns tasks into configuration files and back (POST tasks/converters, v8). Nothing is stored, and no database is
 * contacted. Verified against v8.1.0.
 */
public final class TaskConverter {

    private final SubtaskDerivation derivation;
    private final Function<String, Optional<Boolean>> sources;
    private final CheckingItems items;

    /**
     * @param derivation makes subtasks of tasks
     * @param sources whether the upstream of a source tells names apart by their case; empty if there is no such source
     * @param emptyTables whether the precheck has an item about tables downstream that have to be empty
     */
    public TaskConverter(
            SubtaskDerivation derivation, Function<String, Optional<Boolean>> sources, boolean emptyTables) {
        this.derivation = derivation;
        this.sources = sources;
        this.items = new CheckingItems(emptyTables);
    }

    /**
     * Converts what is given; of both, the file.
     *
     * @throws DmException 49001 if nothing is given, 20031 for an unknown source, 20003 for a text that is not a
     *     configuration file, and many others for what is in it
     * @throws ServerPanicException for a task without sources, and a file that does not name the settings of units
     */
    public Converted convert(@Nullable TaskConfig task, @Nullable String file) {
        if (file != null) {
            return ofFile(file);
        }
        if (task != null) {
            return ofTask(task);
        }
        String both = "request body is invalid one of `task` or `task_config_file` must be entered.";
        throw DmError.of(DmCode.OPEN_API_COMMON, both).asException();
    }

    private Converted ofTask(TaskConfig posted) {
        TaskConfig task = derivation.adjust(posted);
        task.sourceNames().forEach(this::requireSource);
        List<SubtaskConfig> subtasks = derivation.derive(task, this::requireSource);
        if (subtasks.isEmpty()) {
            throw new ServerPanicException("runtime error: index out of range [0] with length 0");
        }
        FileSettings file = SubtasksFile.of(subtasks);
        FileChecks.adjust(file, items);
        return new Converted(task, write(file));
    }

    private Converted ofFile(String text) {
        FileSettings file = read(text);
        for (FileSettings instance : file.structs("mysql-instances")) {
            FileChecks.present(instance);
        }
        FileChecks.adjust(file, items);
        for (FileSettings instance : file.structs("mysql-instances")) {
            requireSource(FileChecks.present(instance).text("source-id"));
        }
        TaskConfig task = RebuiltTask.of(FileSubtasks.of(file)).withMode(file.text("task-mode"));
        return new Converted(derivation.adjust(task), write(file));
    }

    private static FileSettings read(String text) {
        try {
            return StrictDecoder.decode(text);
        } catch (YamlProblem e) {
            throw invalid("decode task config failed", e);
        }
    }

    private static String write(FileSettings file) {
        try {
            return YamlText.of(file);
        } catch (YamlProblem e) {
            throw invalid("encode task config failed", e);
        }
    }

    private static DmException invalid(String what, YamlProblem cause) {
        return DmError.of(DmCode.CONFIG_YAML_TRANSFORM, what)
                .causedBy(String.valueOf(cause.getMessage()))
                .asException();
    }

    private boolean requireSource(String name) {
        return sources.apply(name)
                .orElseThrow(() ->
                        DmError.of(DmCode.CONFIG_SOURCE_ID_NOT_FOUND, name).asException());
    }

    /**
     * One configuration in both forms.
     *
     * @param task of a task, as it was posted; of a file, as it would be listed
     * @param file the text of the file, with everything that DM fills in
     */
    public record Converted(TaskConfig task, String file) {}
}
