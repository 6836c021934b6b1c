package dev.dmock.task.config;

import dev.dmock.space.fact.Draft;
import dev.dmock.version.ApiVersion;
import java.util.Set;

/**
 * Where versions of the API make different things of the same task. Verified against v5.3.0 and v8.1.0.
 *
 * @param defaultMetaSchema the schema of DM's own tables where the task names none
 * @param ownMetaSchema whether the one that the task names is used; v5.3 only echoes it
 * @param onDuplicate the values of {@code on_duplicate} that are taken; empty for all that the schema has
 * @param names what counts as the same name upstream
 * @param selectors whether rules are kept as DM did before v6: two rules with the same pattern are refused, as is a
 *     filter that cannot be used, and the schema of each rule is allowed beside its table
 * @param severalFilters whether, even so, several filters may be about the same tables
 */
public record ConfigPolicy(
        String defaultMetaSchema,
        boolean ownMetaSchema,
        Set<String> onDuplicate,
        Names names,
        boolean selectors,
        boolean severalFilters) {

    private static final ConfigPolicy DOCUMENTED =
            new ConfigPolicy("dm-meta", true, Set.of("error", "overwrite"), Names.CASE_SENSITIVE, true, true);
    private static final ConfigPolicy REAL_V5 =
            new ConfigPolicy("dm_meta", false, Set.of("error"), Names.AS_UPSTREAM, true, false);
    private static final ConfigPolicy REAL_V8 =
            new ConfigPolicy("dm_meta", true, Set.of(), Names.AS_UPSTREAM, false, false);

    /** What holds in a version. */
    public static ConfigPolicy of(ApiVersion version) {
        return switch (version) {
            case DOCS -> DOCUMENTED;
            case V5_3 -> REAL_V5;
            case V8_1, V8_5 -> REAL_V8;
        };
    }

    /** What holds in the version that the space emulates. */
    public static ConfigPolicy of(Draft draft) {
        return of(draft.settings().api());
    }

    /** How a version compares names of schemas and tables with rules. */
    public enum Names {
        CASE_SENSITIVE,
        /** As the upstream's {@code lower_case_table_names} says. */
        AS_UPSTREAM;

        boolean caseSensitive(boolean upstream) {
            return switch (this) {
                case CASE_SENSITIVE -> true;
                case AS_UPSTREAM -> upstream;
            };
        }
    }
}
