package dev.dmock.space;

/**
 * Where the versions of the API mean different things by the same operation. The request layer's differences are not
 * here, nor are differences of shape.
 *
 * @param stopsOnlineWorkers DELETE of an online worker stops it, instead of being refused
 * @param serviceAddresses masters are listed with the address of their API, not with their peer URL
 * @param emptyPemAccepted a {@code security} object with empty contents means no TLS, instead of an invalid one
 * @param systemSchemasListed a source's schemas include the server's own
 * @param sourcesReportBinding creating a source answers with the worker that it was bound to
 * @param duplicatesOverwritable {@code on_duplicate: overwrite} is taken, and rows that are there are replaced
 * @param tasksListedAsPosted the list of tasks repeats what was posted
 * @param sourceListRestricts {@code source_name_list} of a new task has to be a part of its sources
 * @param stageFilters the status of a task can be filtered by stage
 * @param structuresAlwaysOpen table structures can be read and written in any stage, and before a table is tracked
 * @param sqlStates texts of database errors carry the SQL state
 * @param dumpTracked the structures of dumped tables are tracked from the start
 * @param clusteredWhenSet a structure that a client sets has a clustered key by default; one that is tracked has not
 * @param loadMakesTargetSchemas the load unit makes the schemas that tables are routed to, not just those dumped
 * @param conflictsWait optimistic shards whose columns exclude each other wait, instead of being paused by an error
 * @param movesRunningTasks a source can be transferred while its tasks run in the sync unit
 */
public record Policy(
        boolean stopsOnlineWorkers,
        boolean serviceAddresses,
        boolean emptyPemAccepted,
        boolean systemSchemasListed,
        boolean sourcesReportBinding,
        boolean duplicatesOverwritable,
        boolean tasksListedAsPosted,
        boolean sourceListRestricts,
        boolean stageFilters,
        boolean structuresAlwaysOpen,
        boolean sqlStates,
        boolean dumpTracked,
        boolean clusteredWhenSet,
        boolean loadMakesTargetSchemas,
        boolean conflictsWait,
        boolean movesRunningTasks) {

    private static final Policy DOCUMENTED = new Policy(
            true, true, true, false, true, true, true, true, true, true, false, false, false, false, false, false);
    private static final Policy REAL_V5 = new Policy(
            false, false, false, true, false, false, false, false, false, false, false, false, false, false, false,
            false);
    private static final Policy REAL_V8 = new Policy(
            false, false, true, true, false, true, false, false, false, false, true, true, true, true, true, true);

    /** What holds in the version that the space emulates. */
    public static Policy of(Draft draft) {
        return switch (draft.settings().api()) {
            case DOCS -> DOCUMENTED;
            case V5_3 -> REAL_V5;
            case V8_1, V8_5 -> REAL_V8;
        };
    }
}
