package dev.dmock.task.config.file;

import dev.dmock.go.GoDuration;
import dev.dmock.go.InvalidTextException;
import dev.dmock.task.config.ByteSize;
import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Function;

/** Makes values of settings from YAML scalars. */
final class ScalarDecoder {

    private ScalarDecoder() {}

    /** What a scalar says of its type and value. */
    static GoScalar resolve(YamlNode.Scalar node) {
        return node.tag().isEmpty() && !node.plain()
                ? new GoScalar("!!str", node.value())
                : GoScalar.resolve(node.tag(), node.value());
    }

    /**
     * The value of a setting of a type; empty if the scalar is of another type.
     *
     * @param value what the scalar resolved to, which is something
     */
    static Optional<Object> value(YamlNode.Scalar node, GoType type, Object value) {
        if (type instanceof GoType.Length) {
            return Optional.of(parsed(node.value(), text -> GoDuration.format(GoDuration.nanos(text))));
        } else if (type instanceof GoType.Size) {
            return Optional.of(parsed(node.value(), ByteSize::parse));
        } else if (type instanceof GoType.Text) {
            return Optional.of(node.tag().equals("!!binary") ? value : node.value());
        } else if (type instanceof GoType.Flag && value instanceof Boolean) {
            return Optional.of(value);
        } else if (type instanceof GoType.Whole whole && isNumber(value)) {
            return Optional.of(whole(value))
                    .filter(n -> n.compareTo(whole.least()) >= 0 && n.compareTo(whole.most()) <= 0)
                    .map(ScalarDecoder::stored);
        }
        return Optional.empty();
    }

    /** A mistake in such a text ends the reading. */
    private static Object parsed(String text, Function<String, Object> parser) {
        try {
            return parser.apply(text);
        } catch (InvalidTextException e) {
            throw new YamlProblem(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isNumber(Object value) {
        return value instanceof BigInteger || value instanceof Double d && d <= Long.MAX_VALUE;
    }

    private static BigInteger whole(Object number) {
        return number instanceof BigInteger whole ? whole : BigInteger.valueOf(((Double) number).longValue());
    }

    /** A Long, unless it is too large for one. */
    private static Object stored(BigInteger whole) {
        return whole.bitLength() < Long.SIZE ? (Object) whole.longValue() : whole;
    }
}
