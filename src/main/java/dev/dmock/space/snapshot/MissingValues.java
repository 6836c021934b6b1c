package dev.dmock.space.snapshot;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds what is missing in records that were read from JSON: Jackson leaves null what is not there, whatever the types say.
 */
final class MissingValues {

    private MissingValues() {}

    /** Returns the path of the first null value that the type does not allow; empty if there is none. */
    static Optional<String> first(Object value, String path) {
        if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                Optional<String> gap =
                        first(read(component, value), component.getAnnotatedType(), path + "." + component.getName());
                if (gap.isPresent()) {
                    return gap;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> first(@Nullable Object value, @Nullable AnnotatedType type, String path) {
        if (value == null) {
            boolean mayBe = type == null || type.isAnnotationPresent(Nullable.class);
            return mayBe ? Optional.empty() : Optional.of(path);
        }
        if (value instanceof Collection<?> elements) {
            int i = 0;
            for (Object element : elements) {
                Optional<String> gap = first(element, argument(type, 0), path + "[" + i++ + "]");
                if (gap.isPresent()) {
                    return gap;
                }
            }
            return Optional.empty();
        }
        if (value instanceof Map<?, ?> members) {
            for (Map.Entry<?, ?> member : members.entrySet()) {
                Optional<String> gap = first(member.getValue(), argument(type, 1), path + "." + member.getKey());
                if (gap.isPresent()) {
                    return gap;
                }
            }
            return Optional.empty();
        }
        return first(value, path);
    }

    /** The type of elements or members; null if it is not said. */
    private static @Nullable AnnotatedType argument(@Nullable AnnotatedType type, int index) {
        AnnotatedType[] arguments = type instanceof AnnotatedParameterizedType of
                ? of.getAnnotatedActualTypeArguments()
                : new AnnotatedType[0];
        return index < arguments.length ? arguments[index] : null;
    }

    private static @Nullable Object read(RecordComponent component, Object record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }
}
