package dev.dmock.journal;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a call has otherwise than expected.
 *
 * @param field which, such as {@code status} or {@code body.task.name}
 * @param actual null if the call has nothing there
 */
public record CallDifference(
        String field, JsonNode expected, @Nullable JsonNode actual) {}
