package dev.dmock.task;

import dev.dmock.source.Source;
import dev.dmock.space.fact.Draft;
import dev.dmock.task.config.ConfigPolicy;
import dev.dmock.task.config.SubtaskDerivation;
import dev.dmock.task.config.TaskConfig;
import dev.dmock.task.config.file.TaskConverter;
import dev.dmock.task.config.file.TaskConverter.Converted;
import dev.dmock.task.unit.UnitConnections;
import dev.dmock.version.Trait;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Converts tasks into configuration files and back, for the sources that there are (POST tasks/converters, v8). */
@Service
public class ConverterService {

    private final UnitConnections endpoints;

    ConverterService(UnitConnections endpoints) {
        this.endpoints = endpoints;
    }

    /**
     * Converts what is given; of both, the file.
     *
     * @throws dev.dmock.error.DmException as {@link TaskConverter#convert}
     */
    public Converted convert(Draft draft, @Nullable TaskConfig task, @Nullable String file) {
        SubtaskDerivation derivation = new SubtaskDerivation(ConfigPolicy.of(draft));
        boolean emptyTables = draft.has(Trait.EMPTY_TABLES_CHECKED);
        return new TaskConverter(derivation, source -> caseSensitive(draft, source), emptyTables).convert(task, file);
    }

    private Optional<Boolean> caseSensitive(Draft draft, String source) {
        return draft.find(Source.KIND, source).map(s -> endpoints.caseSensitive(draft, source));
    }
}
