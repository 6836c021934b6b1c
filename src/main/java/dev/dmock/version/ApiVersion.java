package dev.dmock.version;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The versions of DM-master's OpenAPI that can be emulated; the world's field {@code api} names one. */
public enum ApiVersion {
    /** The documentation page wherever it says something that can be checked; else as {@link #V5_3}. */
    DOCS(
            "docs",
            Generation.V5,
            EnumSet.of(
                    Trait.STOPS_ONLINE_WORKERS,
                    Trait.SERVICE_ADDRESSES,
                    Trait.LEADER_HAS_FIRST_PORT,
                    Trait.SOURCES_LIST_REPLICAS,
                    Trait.EMPTY_PEM_ACCEPTED,
                    Trait.SOURCES_REPORT_BINDING,
                    Trait.TASKS_LISTED_AS_POSTED,
                    Trait.SOURCE_LIST_RESTRICTS,
                    Trait.CREATING_TASK_IS_OK,
                    Trait.REMOVING_STRUCTURE_IS_OK,
                    Trait.RELAY_DIR_AS_SENT,
                    Trait.STAGE_FILTERS,
                    Trait.STRUCTURES_ALWAYS_OPEN,
                    Trait.STRINGS_INTRODUCED)),
    /** DM-master v5.3.0 as it really answers. */
    V5_3(
            "v5.3",
            Generation.V5,
            EnumSet.of(
                    Trait.SOURCES_LIST_REPLICAS,
                    Trait.SYSTEM_SCHEMAS_LISTED,
                    Trait.STRINGS_INTRODUCED,
                    Trait.SCHEMA_NAMES_UNQUOTED)),
    /** DM-master v8.1.0 as it really answers. */
    V8_1("v8.1", Generation.V8, Traits.OF_V8),
    /** The handlers of v8.1 behind v8.5.7's request layer. */
    V8_5(
            "v8.5",
            Generation.V8,
            Traits.v8And(
                    Trait.META_CHECK_INSTRUCTS,
                    Trait.EMPTY_TABLES_CHECKED,
                    Trait.LIST_PARTITIONS_TRACKED,
                    Trait.LIGHTNING_TABLES_KEYED,
                    Trait.ROTATION_MOVES_CHECKPOINT));

    private final String label;
    private final Generation generation;

    @SuppressWarnings("ImmutableEnumChecker") // nobody gets hold of it
    private final Set<Trait> traits;

    ApiVersion(String label, Generation generation, Set<Trait> traits) {
        this.label = label;
        this.generation = generation;
        this.traits = traits;
    }

    @JsonValue
    public String label() {
        return label;
    }

    public Generation generation() {
        return generation;
    }

    public boolean has(Trait trait) {
        return traits.contains(trait);
    }

    public static Optional<ApiVersion> ofLabel(String label) {
        return Arrays.stream(values()).filter(v -> v.label.equals(label)).findFirst();
    }

    /** Traits that several versions share. */
    private static final class Traits {

        static final Set<Trait> OF_V8 = EnumSet.of(
                Trait.EMPTY_PEM_ACCEPTED,
                Trait.SYSTEM_SCHEMAS_LISTED,
                Trait.SQL_STATES,
                Trait.DUMP_TRACKED,
                Trait.TARGET_TABLES_CACHED,
                Trait.TRACKER_LENIENT,
                Trait.CLUSTERED_WHEN_SET,
                Trait.CONSISTENCY_PASSED_ON,
                Trait.CHECKPOINT_WRITTEN_AT_START,
                Trait.LOADS_BY_LIGHTNING,
                Trait.LOAD_MAKES_TARGET_SCHEMAS,
                Trait.CONFLICTS_WAIT,
                Trait.STATEMENTS_LEFT_OUT,
                Trait.PREVIOUS_GTIDS_FOUND,
                Trait.CHECKPOINT_GTIDS_LATE,
                Trait.MOVES_RUNNING_TASKS);

        static Set<Trait> v8And(Trait... more) {
            Set<Trait> all = EnumSet.copyOf(OF_V8);
            all.addAll(List.of(more));
            return all;
        }
    }
}
