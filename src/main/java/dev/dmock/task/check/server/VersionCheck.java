package dev.dmock.task.check.server;

import dev.dmock.task.check.instance.CheckedInstance;
import dev.dmock.task.check.model.Check;
import dev.dmock.task.check.model.CheckProblem;
import dev.dmock.task.check.model.CheckResult;
import dev.dmock.task.check.model.CheckState;
import dev.dmock.version.Generation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whether the upstream server has a version that DM knows. */
public record VersionCheck(CheckedInstance instance, Generation generation) implements Check {

    private static final ServerVersion FIRST = new ServerVersion(5, 6, 0);
    private static final ServerVersion FIRST_TOO_NEW = new ServerVersion(8, 1, 0);

    @Override
    public String name() {
        return "mysql_version";
    }

    @Override
    public String description() {
        return "check whether mysql version is satisfied";
    }

    @Override
    public String extra() {
        return instance.place();
    }

    @Override
    public CheckResult run() {
        String text = instance.upstream().variable("version");
        if (generation == Generation.V8 && text.toUpperCase(Locale.ROOT).contains("TIDB")) {
            return warning("migration from TiDB not supported", "TiDB is not supported as an upstream database.");
        }
        Optional<ServerVersion> version = ServerVersion.of(text);
        if (version.isEmpty()) {
            return CheckResult.failed("MySQL version " + text + " not valid");
        }
        return switch (generation) {
            case V5 -> v5(version.get());
            case V8 -> v8(version.get());
        };
    }

    private static CheckResult v5(ServerVersion version) {
        return version.compareTo(FIRST) >= 0
                ? CheckResult.PASSED
                : CheckResult.failed("version required at least " + FIRST + " but got " + version)
                        .instructing("Please upgrade your database system");
    }

    private static CheckResult v8(ServerVersion version) {
        String otherwise =
                " before performing data migration. Otherwise data inconsistency or task exceptions might occur.";
        if (version.compareTo(FIRST) < 0) {
            return warning(
                    "version suggested at least " + FIRST + " but got " + version,
                    "It is recommended that you upgrade the database to the required version" + otherwise);
        }
        if (version.compareTo(FIRST_TOO_NEW) >= 0) {
            return warning(
                    "version suggested earlier than " + FIRST_TOO_NEW + " but got " + version,
                    "It is recommended that you select a database version that meets the requirements" + otherwise);
        }
        return CheckResult.PASSED;
    }

    private static CheckResult warning(String text, String instruction) {
        return CheckResult.of(CheckState.WARN, List.of(CheckProblem.warning(text)))
                .instructing(instruction);
    }
}
