package dev.dmock.space;

import java.util.Map;

/**
 * A space from afar: what is written of it, without what happened by itself since.
 *
 * @param counts by the name of a kind, how many different values the first part of the keys of its records has
 */
public record Overview(SpaceName name, Settings settings, Map<String, Integer> counts) {

    public int count(Kind<?> kind) {
        return counts.getOrDefault(kind.name(), 0);
    }
}
