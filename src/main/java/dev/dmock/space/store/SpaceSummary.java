package dev.dmock.space.store;

import dev.dmock.space.fact.Kind;
import dev.dmock.space.fact.SpaceSettings;
import java.util.Map;

/**
 * A space from afar: what is written of it, without what happened by itself since.
 *
 * @param counts by the name of a kind, how many different values the first part of the keys of its records has
 */
public record SpaceSummary(SpaceName name, SpaceSettings settings, Map<String, Integer> counts) {

    public int count(Kind<?> kind) {
        return counts.getOrDefault(kind.name(), 0);
    }
}
