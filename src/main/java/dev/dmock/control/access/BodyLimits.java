package dev.dmock.control.access;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;

/**
 * Limits the size of a body's parts. A streaming parser reads the body once before it is bound; the content is
 * validated later.
 */
final class BodyLimits {

    private static final String WHAT_FITS =
            "a body may be nested 64 deep, with texts of 256 Ki characters and 100,000 parts";

    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(64)
            .maxStringLength(1 << 18)
            .maxTokenCount(100_000)
            .build();

    private static final TokenStreamFactory JSON =
            JsonFactory.builder().streamReadConstraints(LIMITS).build();

    /** A parser that does not expand aliases, so that they cannot multiply the content. */
    private static final TokenStreamFactory YAML =
            YAMLFactory.builder().streamReadConstraints(LIMITS).build();

    private BodyLimits() {}

    /** Returns why a body is rejected. */
    static Optional<String> excess(byte[] body, boolean yaml) {
        try (JsonParser parser = (yaml ? YAML : JSON).createParser(ObjectReadContext.empty(), body)) {
            for (JsonToken part = parser.nextToken(); part != null; part = parser.nextToken()) {
                // the parser does not check the length of a text that is not read
                if (part == JsonToken.VALUE_STRING && parser.getStringLength() > LIMITS.getMaxStringLength()) {
                    return Optional.of(WHAT_FITS);
                }
            }
            return Optional.empty();
        } catch (StreamConstraintsException e) {
            return Optional.of(WHAT_FITS);
        } catch (JacksonException wrong) {
            return Optional.empty(); // the later parser reports the error
        }
    }
}
