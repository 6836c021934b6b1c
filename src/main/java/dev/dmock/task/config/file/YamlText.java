package dev.dmock.task.config.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.emitter.Emitter;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;

/** Writes settings as YAML, with the quotes and the order of keys of Go's YAML package. */
final class YamlText {

    private static final ImplicitTuple UNTAGGED = new ImplicitTuple(true, true);

    private final Emitter emitter;

    private YamlText(StringBuilder text) {
        DumpSettings settings = DumpSettings.builder().build();
        this.emitter = new Emitter(settings, new Target(text));
    }

    /**
     * The text of settings.
     *
     * @throws YamlProblem if it becomes too long
     */
    static String of(FileSettings settings) {
        StringBuilder text = new StringBuilder();
        YamlText writer = new YamlText(text);
        writer.emitter.emit(new StreamStartEvent());
        writer.emitter.emit(new DocumentStartEvent(false, Optional.empty(), Map.of()));
        writer.write(settings);
        writer.emitter.emit(new DocumentEndEvent(false));
        writer.emitter.emit(new StreamEndEvent());
        return text.toString();
    }

    private void write(@Nullable Object value) {
        if (value instanceof FileSettings settings) {
            emitter.emit(new MappingStartEvent(Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK));
            settings.values().forEach(this::entry);
            emitter.emit(new MappingEndEvent());
        } else if (value instanceof Map<?, ?> map) {
            emitter.emit(new MappingStartEvent(Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK));
            GoKeys.sorted(map.keySet().stream().map(String::valueOf).toList()).forEach(key -> entry(key, map.get(key)));
            emitter.emit(new MappingEndEvent());
        } else if (value instanceof List<?> list) {
            emitter.emit(new SequenceStartEvent(Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK));
            list.forEach(this::write);
            emitter.emit(new SequenceEndEvent());
        } else if (value instanceof String text) {
            scalar(text, style(text));
        } else {
            scalar(String.valueOf(value), ScalarStyle.PLAIN);
        }
    }

    private void entry(String key, @Nullable Object value) {
        write(key);
        write(value);
    }

    private static ScalarStyle style(String text) {
        if (text.contains("\n")) {
            return ScalarStyle.LITERAL;
        }
        return GoScalar.isText(text) ? ScalarStyle.PLAIN : ScalarStyle.DOUBLE_QUOTED;
    }

    private void scalar(String text, ScalarStyle style) {
        emitter.emit(new ScalarEvent(Optional.empty(), Optional.empty(), UNTAGGED, text, style));
    }

    /** Collects what is written, up to a size. */
    private record Target(StringBuilder text) implements StreamDataWriter {

        private static final int LARGEST = 1 << 24;

        @Override
        public void write(String part) {
            write(part, 0, part.length());
        }

        @Override
        public void write(String part, int from, int length) {
            if (text.length() > LARGEST) {
                throw new YamlProblem("yaml: output is too long");
            }
            text.append(part, from, from + length);
        }
    }
}
