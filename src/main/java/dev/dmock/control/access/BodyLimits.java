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
 * How large the parts of a body may be. It is read through once before anything is made of it; whether it makes sense is
 * not looked at here.
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

    /** It does not follow aliases, so that there is nothing to be multiplied. */
    private static final TokenStreamFactory YAML =
            YAMLFactory.builder().streamReadConstraints(LIMITS).build();

    private BodyLimits() {}

    /** Why a body is not read. */
    static Optional<String> excess(byte[] body, boolean yaml) {
        try (JsonParser parser = (yaml ? YAML : JSON).createParser(ObjectReadContext.empty(), body)) {
            for (JsonToken part = parser.nextToken(); part != null; part = parser.nextToken()) {
                // of a text that nobody asks for, the parser does not look at the length
                if (part == JsonToken.VALUE_STRING && parser.getStringLength() > LIMITS.getMaxStringLength()) {
                    return Optional.of(WHAT_FITS);
                }
            }
            return Optional.empty();
        } catch (StreamConstraintsException e) {
            return Optional.of(WHAT_FITS);
        } catch (JacksonException wrong) {
            return Optional.empty(); // those who make something of it will say what is wrong
        }
    }
}
