package example;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;

/** The test itself, which does not care how DMock was started. */
final class Migration {

    private Migration() {}

    static void aDuplicateEntryPausesTheTask(String server) throws IOException, InterruptedException {
        try (DmSpace space = new DmSpace(server)) {
            space.post("/api/v1/sources", "source.json");
            space.post("/api/v1/tasks", "task.json");
            space.await("task=task-1&unit=Sync&synced=true");

            space.call("POST", "/_dmock/faults", """
                    {"fault": "duplicate-entry-in-sync", "on": {"task": "task-1"}, "times": 1}""");
            space.call("PATCH", "/_dmock/world", """
                    {"sql": {"address": "127.0.0.1:3306", "statements": ["INSERT INTO db1.table1 VALUES (1, NULL)"]}}""");
            String paused = space.await("task=task-1&stage=Paused");
            assertTrue(paused.contains("Duplicate entry"), paused);

            space.call("PATCH", "/api/v1/tasks/task-1/resume", "");
            space.await("task=task-1&stage=Running&synced=true");
            String verdict = space.call("POST", "/_dmock/journal/verify", """
                    {"method": "PATCH", "path": "/api/v1/tasks/task-1/resume", "times": 1}""");
            assertTrue(verdict.contains("\"matched\":true"), verdict);
        }
    }
}
