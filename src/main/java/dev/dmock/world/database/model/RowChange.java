package dev.dmock.world.database.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row before and after a change; values as text.
 *
 * @param before null for an inserted row
 * @param after null for a deleted row
 */
public record RowChange(
        @Nullable List<@Nullable String> before, @Nullable List<@Nullable String> after) {}
