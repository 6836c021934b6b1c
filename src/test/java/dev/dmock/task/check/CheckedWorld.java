package dev.dmock.task.check;

import dev.dmock.cluster.Worker;
import dev.dmock.error.DmException;
import dev.dmock.error.ErrorCatalogue;
import dev.dmock.source.PurgePolicy;
import dev.dmock.source.RelayConfig;
import dev.dmock.source.Source;
import dev.dmock.space.Drafts;
import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.Pace;
import dev.dmock.task.config.ConfigPolicy;
import dev.dmock.task.config.FullSettings;
import dev.dmock.task.config.MigrateRule;
import dev.dmock.task.config.SourceEntry;
import dev.dmock.task.config.SubtaskDerivation;
import dev.dmock.task.config.TargetDatabase;
import dev.dmock.task.config.TaskConfig;
import dev.dmock.version.ApiVersion;
import dev.dmock.world.database.ConnectionFaults;
import dev.dmock.world.database.Databases;
import dev.dmock.world.database.ServerSetup;
import dev.dmock.world.database.model.Role;
import dev.dmock.world.database.model.SourceAddresses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A world with sources, in which tasks are checked as they are posted. */
final class CheckedWorld {

    private final Draft draft;
    private final ApiVersion api;
    private final Databases databases = new Databases(ConnectionFaults.NONE, SourceAddresses.NONE);
    private boolean checkpointed;

    CheckedWorld(ApiVersion api, JsonNode world) {
        this.api = api;
        this.draft = Drafts.empty(api, Pace.INSTANT);
        ServerSetup.reach(draft, !world.has("upstreams"), !world.has("downstreams"));
        world.path("upstreams").forEach(server -> lay(Role.UPSTREAM, server));
        world.path("downstreams").forEach(server -> lay(Role.DOWNSTREAM, server));
    }

    private void lay(Role role, JsonNode server) {
        ServerSetup setup = ServerSetup.begin(
                draft,
                role,
                server.path("address").asString(),
                server.path("user").asString(),
                server.path("password").asString());
        Map<String, String> variables = new LinkedHashMap<>();
        server.path("variables")
                .properties()
                .forEach(v -> variables.put(v.getKey(), v.getValue().asString()));
        setup.variables(variables);
        server.path("users").properties().forEach(user -> {
            setup.account(user.getKey(), user.getValue().path("password").asString());
            user.getValue().path("grants").forEach(grant -> setup.grant(user.getKey(), grant.asString()));
        });
        server.path("databases").properties().forEach(schema -> {
            setup.schema(schema.getKey());
            schema.getValue()
                    .properties()
                    .forEach(table -> setup.table(
                            schema.getKey(), table.getKey(), table.getValue().asString()));
        });
        server.path("sql").forEach(sql -> setup.execute(sql.asString()));
        setup.finish();
    }

    /** Adds a source as it is posted. */
    void source(JsonNode posted) {
        draft.put(
                Source.KIND,
                new Source(
                        posted.path("source_name").asString(),
                        posted.path("host").asString(),
                        posted.path("port").asInt(),
                        posted.path("user").asString(),
                        posted.path("password").asString(""),
                        posted.path("enable_gtid").asBoolean(false),
                        null,
                        PurgePolicy.DEFAULT,
                        Source.MYSQL,
                        true,
                        RelayConfig.DEFAULT));
    }

    /** Lets a worker pull the relay log of a source. */
    void relay(String source) {
        draft.put(Worker.KIND, new Worker("worker1", 1, true, false, null, source, null));
    }

    void execute(String address, List<String> statements) {
        databases.execute(draft, address, statements);
    }

    /** Makes as if the task had been running. */
    void checkpoint() {
        checkpointed = true;
    }

    /** What is said of a task: the text of the precheck, or the error. */
    String check(JsonNode posted) {
        TaskConfig task = task(posted);
        SubtaskDerivation derivation = new SubtaskDerivation(ConfigPolicy.of(api));
        Prechecks prechecks = new Prechecks(databases, (d, part) -> checkpointed, CheckFaults.NONE);
        try {
            return prechecks.check(draft, derivation.derive(derivation.adjust(task), source -> true));
        } catch (DmException e) {
            return ErrorCatalogue.load(api.generation().key()).text(e.error());
        }
    }

    private static TaskConfig task(JsonNode posted) {
        JsonNode target = posted.path("target_config");
        JsonNode full = posted.path("source_config").path("full_migrate_conf");
        return new TaskConfig(
                posted.path("name").asString(),
                posted.path("task_mode").asString(),
                text(posted, "shard_mode"),
                null,
                text(posted, "meta_schema"),
                posted.path("enhance_online_schema_change").asBoolean(true),
                posted.path("on_duplicate").asString("error"),
                new TargetDatabase(
                        target.path("host").asString(),
                        target.path("port").asInt(),
                        target.path("user").asString(),
                        target.path("password").asString(),
                        null),
                null,
                posted.path("table_migrate_rule").values().stream()
                        .map(CheckedWorld::rule)
                        .toList(),
                FullSettings.of(
                        number(full, "export_threads"),
                        number(full, "import_threads"),
                        null,
                        text(full, "consistency")),
                null,
                posted.path("source_config").path("source_conf").values().stream()
                        .map(s -> new SourceEntry(
                                s.path("source_name").asString(),
                                text(s, "binlog_name"),
                                number(s, "binlog_pos"),
                                text(s, "binlog_gtid")))
                        .toList(),
                posted.path("ignore_checking_items").values().stream()
                        .map(JsonNode::asString)
                        .toList());
    }

    private static MigrateRule rule(JsonNode posted) {
        JsonNode source = posted.path("source");
        JsonNode target = posted.path("target");
        return new MigrateRule(
                source.path("source_name").asString(),
                source.path("schema").asString(),
                source.path("table").asString(""),
                target.isMissingNode() ? null : new MigrateRule.Target(text(target, "schema"), text(target, "table")),
                null);
    }

    private static @Nullable String text(JsonNode object, String field) {
        return object.has(field) ? object.get(field).asString() : null;
    }

    private static @Nullable Long number(JsonNode object, String field) {
        return object.has(field) ? Long.valueOf(object.get(field).asLong()) : null;
    }
}
