package dev.dmock.version;

/**
 * What a version of the API may mean differently from others by the same operation. The request layer's differences are
 * not here, nor are differences of shape.
 */
public enum Trait {
    /** DELETE of an online worker stops it, instead of being refused. */
    STOPS_ONLINE_WORKERS,
    /** Masters are listed with the address of their API, not with their peer URL. */
    SERVICE_ADDRESSES,
    /** The first master's port is the leader's, whichever master leads. */
    LEADER_HAS_FIRST_PORT,
    /** An account that may not list the replicas of its server is refused for a source. */
    SOURCES_LIST_REPLICAS,
    /** A {@code security} object with empty contents means no TLS, instead of an invalid one. */
    EMPTY_PEM_ACCEPTED,
    /** A source's schemas include the server's own. */
    SYSTEM_SCHEMAS_LISTED,
    /** Creating a source answers with the worker that it was bound to. */
    SOURCES_REPORT_BINDING,
    /** The list of tasks repeats what was posted. */
    TASKS_LISTED_AS_POSTED,
    /** {@code source_name_list} of a new task has to be a part of its sources. */
    SOURCE_LIST_RESTRICTS,
    /** Creating a task answers 200, instead of 201. */
    CREATING_TASK_IS_OK,
    /** Removing a table structure answers 200, instead of 204. */
    REMOVING_STRUCTURE_IS_OK,
    /** A relay's status has the directory that was sent, not the one below it that the upstream's UUID names. */
    RELAY_DIR_AS_SENT,
    /** The status of a task can be filtered by stage. */
    STAGE_FILTERS,
    /** Table structures can be read and written in any stage, and before a table is tracked. */
    STRUCTURES_ALWAYS_OPEN,
    /** Texts of database errors carry the SQL state. */
    SQL_STATES,
    /** The structures of dumped tables are tracked from the start. */
    DUMP_TRACKED,
    /** The sync unit keeps the structures of target tables, which it reads before it writes rows. */
    TARGET_TABLES_CACHED,
    /** The schema tracker passes over a DDL that is in effect already, and a left out one is kept in the checkpoint. */
    TRACKER_LENIENT,
    /** Partitions by LIST are tracked; other versions track the table without partitions. */
    LIST_PARTITIONS_TRACKED,
    /** A structure that a client sets has a clustered key by default; one that is tracked has not. */
    CLUSTERED_WHEN_SET,
    /** The consistency that a task asks for reaches the dump. */
    CONSISTENCY_PASSED_ON,
    /** The sync unit of a task of both parts writes its checkpoint when it begins, not only when it has gone on. */
    CHECKPOINT_WRITTEN_AT_START,
    /** The load unit is TiDB Lightning, with tables of its own downstream. */
    LOADS_BY_LIGHTNING,
    /** The load unit makes the schemas that tables are routed to, not just those dumped. */
    LOAD_MAKES_TARGET_SCHEMAS,
    /** The tables that TiDB Lightning makes for itself have primary keys, and hence later names. */
    LIGHTNING_TABLES_KEYED,
    /** Optimistic shards whose columns exclude each other wait, instead of being paused by an error. */
    CONFLICTS_WAIT,
    /**
     * The sync unit leaves out a statement of the binlog that makes a view, or that changes rows (STATEMENT format),
     * instead of stopping at it.
     */
    STATEMENTS_LEFT_OUT,
    /** Statements that are restored say the character set of the strings in them. */
    STRINGS_INTRODUCED,
    /** The name of a source's schema is put into SQL as it is, without quotes. */
    SCHEMA_NAMES_UNQUOTED,
    /** The check of the position of an incremental task says what to do when it fails. */
    META_CHECK_INSTRUCTS,
    /** Whether tables downstream are empty is an item of the precheck. */
    EMPTY_TABLES_CHECKED,
    /** The checkpoint of the sync unit goes along when the upstream begins a new binlog file. */
    ROTATION_MOVES_CHECKPOINT,
    /** The GTID set of a position is known where a binlog file's first transaction begins, too. */
    PREVIOUS_GTIDS_FOUND,
    /** Even at instant pace the GTID set of a checkpoint is shown only when a real cluster would have flushed it. */
    CHECKPOINT_GTIDS_LATE,
    /** A source can be transferred while its tasks run in the sync unit. */
    MOVES_RUNNING_TASKS
}
