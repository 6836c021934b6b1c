package dev.dmock.task.web.v8;

import dev.dmock.space.Spaces;
import dev.dmock.space.store.SpaceName;
import dev.dmock.task.ConverterService;
import dev.dmock.task.config.TaskConfig;
import dev.dmock.task.config.file.TaskConverter.Converted;
import dev.dmock.web.V8;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;

/** Tasks as configuration files, and back. Verified against v8.1.0. */
@V8
class ConverterControllerV8 {

    private final Spaces spaces;
    private final ConverterService converter;

    ConverterControllerV8(Spaces spaces, ConverterService converter) {
        this.spaces = spaces;
        this.converter = converter;
    }

    /** DMAPIConvertTask. */
    @PostMapping("/tasks/converters")
    ConverterResponseV8 convert(SpaceName space, @RequestBody(required = false) @Nullable ConverterRequestV8 body) {
        ConverterRequestV8 request = Objects.requireNonNullElse(body, ConverterRequestV8.EMPTY);
        TaskConfig task = request.task() == null ? null : request.task().toDomain();
        Converted converted = spaces.read(space, draft -> converter.convert(draft, task, request.file()));
        return new ConverterResponseV8(TaskV8.of(converted.task()), converted.file());
    }
}
