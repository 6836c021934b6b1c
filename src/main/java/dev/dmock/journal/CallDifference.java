package dev.dmock.journal;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A difference between a call and its criteria.
 *
 * @param field the field, such as {@code status} or {@code body.task.name}
 * @param actual null if the call has no value there
 */
public record CallDifference(
        String field, JsonNode expected, @Nullable JsonNode actual) {}
