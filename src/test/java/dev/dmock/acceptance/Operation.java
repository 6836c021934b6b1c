package dev.dmock.acceptance;

import java.util.List;

/**
 * An operation of DM-master's OpenAPI.
 *
 * @param id the {@code operationId}
 * @param path the path with {@code {}} for each parameter, from {@code /api/v1} on
 */
record Operation(String id, String method, String path) {

    private static final String SOURCE = "/sources/{}";
    private static final String TASK = "/tasks/{}";
    private static final String STRUCTURES = TASK + SOURCE + "/schemas";
    private static final String STRUCTURE = STRUCTURES + "/{}/{}";

    /** All of v5.3.0. */
    static final List<Operation> V5_3 = List.of(
            new Operation("GetDocHTML", "GET", "/docs"),
            new Operation("GetDocJSON", "GET", "/dm.json"),
            new Operation("DMAPIGetClusterMasterList", "GET", "/cluster/masters"),
            new Operation("DMAPIOfflineMasterNode", "DELETE", "/cluster/masters/{}"),
            new Operation("DMAPIGetClusterWorkerList", "GET", "/cluster/workers"),
            new Operation("DMAPIOfflineWorkerNode", "DELETE", "/cluster/workers/{}"),
            new Operation("DMAPICreateSource", "POST", "/sources"),
            new Operation("DMAPIGetSourceList", "GET", "/sources"),
            new Operation("DMAPIDeleteSource", "DELETE", SOURCE),
            new Operation("DMAPIGetSourceStatus", "GET", SOURCE + "/status"),
            new Operation("DMAPIStartRelay", "POST", SOURCE + "/start-relay"),
            new Operation("DMAPIStopRelay", "POST", SOURCE + "/stop-relay"),
            new Operation("DMAPIPauseRelay", "POST", SOURCE + "/pause-relay"),
            new Operation("DMAPIResumeRelay", "POST", SOURCE + "/resume-relay"),
            new Operation("DMAPITransferSource", "POST", SOURCE + "/transfer"),
            new Operation("DMAPIGetSourceSchemaList", "GET", SOURCE + "/schemas"),
            new Operation("DMAPIGetSourceTableList", "GET", SOURCE + "/schemas/{}"),
            new Operation("DMAPIStartTask", "POST", "/tasks"),
            new Operation("DMAPIGetTaskList", "GET", "/tasks"),
            new Operation("DMAPIDeleteTask", "DELETE", TASK),
            new Operation("DMAPIGetTaskStatus", "GET", TASK + "/status"),
            new Operation("DMAPIPauseTask", "POST", TASK + "/pause"),
            new Operation("DMAPIResumeTask", "POST", TASK + "/resume"),
            new Operation("DMAPIGetSchemaListByTaskAndSource", "GET", STRUCTURES),
            new Operation("DMAPIGetTableListByTaskAndSource", "GET", STRUCTURES + "/{}"),
            new Operation("DMAPIGetTableStructure", "GET", STRUCTURE),
            new Operation("DMAPIOperateTableStructure", "PUT", STRUCTURE),
            new Operation("DMAPIDeleteTableStructure", "DELETE", STRUCTURE));

    /** The verb that the documentation page has for it: an action is a PATCH, and so is (in its heading) setting a table structure. */
    String documentedMethod() {
        return isAction() || method.equals("PUT") ? "PATCH" : method;
    }

    private boolean isAction() {
        return method.equals("POST") && path.contains("{}/");
    }

    boolean hasPath(String concrete) {
        return concrete.matches(path.replace(".", "\\.").replace("{}", "[^/]+"));
    }
}
