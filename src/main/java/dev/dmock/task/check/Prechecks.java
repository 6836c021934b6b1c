package dev.dmock.task.check;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.error.DmException;
import dev.dmock.space.fact.Draft;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.task.check.instance.CheckedInstance;
import dev.dmock.task.check.instance.CheckedInstances;
import dev.dmock.task.check.instance.Checkpoints;
import dev.dmock.task.check.model.Check;
import dev.dmock.task.check.model.CheckName;
import dev.dmock.task.check.model.CheckReport;
import dev.dmock.task.check.model.CheckResult;
import dev.dmock.task.check.server.MetaPositionCheck;
import dev.dmock.task.check.table.OnlineDdlStorage;
import dev.dmock.task.config.SubtaskConfig;
import dev.dmock.version.Generation;
import dev.dmock.version.Trait;
import dev.dmock.world.database.Databases;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The precheck of a task (POST tasks, and PUT tasks/{name} in v8): whether the databases allow what the task is to do.
 * Verified against v5.3.0 and v8.1.0.
 */
@Component
public class Prechecks {

    private static final String HEADER = "fail to check synchronization configuration with type";
    private static final String PASSED = "pre-check is passed. ";
    private static final String NOT_STARTED_V5 = "fail to initial checker";
    private static final String NOT_STARTED_V8 = "fail to initialize checker";
    private static final String MASTER = "dm-master";

    private final Databases databases;
    private final Checkpoints checkpoints;
    private final CheckFaults disturbance;

    Prechecks(Databases databases, Checkpoints checkpoints, CheckFaults disturbance) {
        this.databases = databases;
        this.checkpoints = checkpoints;
        this.disturbance = disturbance;
    }

    /**
     * Checks a task.
     *
     * @param parts its parts, one for each source
     * @return what v8 answers with: that it is passed, the warnings, or nothing if nothing was checked
     * @throws DmException 26005 with the report if a check failed; 26002, 26001, 11043, 10005, 10006 if the checks could
     *     not be made
     */
    public String check(Draft draft, List<SubtaskConfig> parts) {
        if (parts.isEmpty()) {
            return "";
        }
        Set<CheckingItem> items = CheckingItem.without(parts.get(0).ignoreCheckingItems());
        if (items.isEmpty()) {
            return "";
        }
        String task = parts.get(0).task();
        CheckReport report = new CheckReport(checks(draft, parts, items).stream()
                .map(check -> new CheckReport.Entry(check, verdict(draft, task, check)))
                .toList());
        if (!report.passed()) {
            throw DmError.of(
                            DmCode.TASK_CHECK_SYNC_CONFIG_ERROR,
                            HEADER,
                            "check was failed, please see detail",
                            report.json())
                    .withClass(MASTER)
                    .afterTheFact();
        }
        return report.clean() ? PASSED : HEADER + ": no errors but some warnings\n detail: " + report.json();
    }

    private List<Check> checks(Draft draft, List<SubtaskConfig> parts, Set<CheckingItem> items) {
        try {
            CheckedInstances opening = new CheckedInstances(databases, draft);
            List<CheckedInstance> instances = parts.stream().map(opening::open).toList();
            return switch (draft.settings().api().generation()) {
                case V5 -> CheckList.v5(instances);
                case V8 -> v8(draft, instances, items);
            };
        } catch (DmException e) {
            boolean v5 = draft.settings().api().generation() == Generation.V5;
            throw e.error()
                    .annotated(v5 ? NOT_STARTED_V5 : NOT_STARTED_V8)
                    .withClass(MASTER)
                    .asException();
        }
    }

    private List<Check> v8(Draft draft, List<CheckedInstance> instances, Set<CheckingItem> items) {
        instances.stream()
                .filter(i -> i.part().onlineDdl())
                .findFirst()
                .ifPresent(i -> OnlineDdlStorage.make(draft, i));
        boolean fresh = !checkpoints.exist(draft, instances.get(0).part());
        return CheckList.v8(instances, items, draft.has(Trait.META_CHECK_INSTRUCTS), fresh);
    }

    private static CheckResult failing(Draft draft, CheckName name, String problem) {
        CheckResult failing = name.failing(draft.settings().api().generation(), problem);
        boolean instructs = name == CheckName.META_POSITION && draft.has(Trait.META_CHECK_INSTRUCTS);
        return instructs ? failing.instructing(MetaPositionCheck.CHECK_POSITION) : failing;
    }

    private CheckResult verdict(Draft draft, String task, Check check) {
        Generation generation = draft.settings().api().generation();
        Optional<CheckResult> wanted = CheckName.of(check.name())
                .flatMap(name -> disturbance.fail(draft, task, name).map(problem -> failing(draft, name, problem)));
        if (wanted.isPresent()) {
            return wanted.get();
        }
        try {
            return check.run();
        } catch (DatabaseException e) {
            return CheckResult.failed(e.error().text(generation));
        }
    }
}
