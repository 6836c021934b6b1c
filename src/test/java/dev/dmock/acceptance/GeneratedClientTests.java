package dev.dmock.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmock.client.ApiClient;
import dev.dmock.client.ApiException;
import dev.dmock.client.api.SourceApi;
import dev.dmock.client.api.TaskApi;
import dev.dmock.client.model.CreateSourceRequest;
import dev.dmock.client.model.CreateTaskRequest;
import dev.dmock.client.model.OperateTaskResponse;
import dev.dmock.client.model.Source;
import dev.dmock.client.model.StartTaskRequest;
import dev.dmock.client.model.StopTaskRequest;
import dev.dmock.client.model.SubTaskStatus;
import dev.dmock.client.model.Task;
import dev.dmock.client.model.TaskSourceConf;
import dev.dmock.client.model.TaskSourceConfig;
import dev.dmock.client.model.TaskStage;
import dev.dmock.client.model.TaskTableMigrateRule;
import dev.dmock.client.model.TaskTableMigrateRuleSource;
import dev.dmock.client.model.TaskTableMigrateRuleTarget;
import dev.dmock.client.model.TaskTargetDataBase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A client that was generated from v8's OpenAPI document works against DMock as it would against DM-master. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class GeneratedClientTests {

    @LocalServerPort
    private int port;

    private final ApiClient client = new ApiClient();

    @BeforeEach
    void pointAtASpace() {
        client.updateBaseUri("http://127.0.0.1:" + port + "/_dmock/spaces/generated-client");
    }

    private void lay(String api) {
        new Cluster(port, "generated-client").call("PUT", "/_dmock/world", "{'api': '" + api + "'}", 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"v8.1", "v8.5"})
    void walksATaskFromItsCreationToSync(String api) throws ApiException {
        lay(api);
        TaskApi tasks = withSource();
        OperateTaskResponse created = tasks.dMAPICreateTask(new CreateTaskRequest().task(task(Task.TaskModeEnum.ALL)));

        assertThat(created.getCheckResult()).isEqualTo("pre-check is passed. ");
        assertThat(status(tasks).getStage()).isEqualTo(TaskStage.STOPPED);
        tasks.dMAPIStartTask("task-1", new StartTaskRequest());
        assertThat(status(tasks).getStage()).isEqualTo(TaskStage.RUNNING);
        assertThat(status(tasks).getUnit()).isEqualTo("Sync");
        assertThat(status(tasks).getSyncStatus().getSynced()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"v8.1", "v8.5"})
    void walksAnotherOneToFinished(String api) throws ApiException {
        lay(api);
        TaskApi tasks = withSource();
        tasks.dMAPICreateTask(new CreateTaskRequest().task(task(Task.TaskModeEnum.FULL)));
        tasks.dMAPIStartTask("task-1", new StartTaskRequest());

        assertThat(status(tasks).getStage()).isEqualTo(TaskStage.FINISHED);
        assertThat(status(tasks).getLoadStatus().getProgress()).isEqualTo("100.00 %");
        assertThatThrownBy(() -> tasks.dMAPIDeleteTask("task-1", false))
                .isInstanceOfSatisfying(ApiException.class, e -> {
                    assertThat(e.getCode()).isEqualTo(400);
                    assertThat(e.getResponseBody()).contains("49001");
                });
        tasks.dMAPIStopTask("task-1", new StopTaskRequest());
        tasks.dMAPIDeleteTask("task-1", false);
        assertThat(tasks.dMAPIGetTaskList(null, null, null).getTotal()).isZero();
    }

    private TaskApi withSource() throws ApiException {
        Source source = new Source()
                .sourceName("source-1")
                .host("127.0.0.1")
                .port(3306)
                .user("root")
                .password("123456")
                .enableGtid(false)
                .enable(true);
        new SourceApi(client).dMAPICreateSource(new CreateSourceRequest().source(source));
        return new TaskApi(client);
    }

    private static Task task(Task.TaskModeEnum mode) {
        return new Task()
                .name("task-1")
                .taskMode(mode)
                .enhanceOnlineSchemaChange(true)
                .onDuplicate(Task.OnDuplicateEnum.ERROR)
                .targetConfig(new TaskTargetDataBase()
                        .host("127.0.0.1")
                        .port(4000)
                        .user("root")
                        .password("123456"))
                .tableMigrateRule(List.of(new TaskTableMigrateRule()
                        .source(new TaskTableMigrateRuleSource()
                                .sourceName("source-1")
                                .schema("db1")
                                .table("*"))
                        .target(new TaskTableMigrateRuleTarget().schema("db1"))))
                .sourceConfig(new TaskSourceConfig().sourceConf(List.of(new TaskSourceConf().sourceName("source-1"))));
    }

    private static SubTaskStatus status(TaskApi tasks) throws ApiException {
        return tasks.dMAPIGetTaskStatus("task-1", null).getData().get(0);
    }
}
