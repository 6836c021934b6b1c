package dev.dmock.task.config.file;

import static dev.dmock.task.config.file.FileChecks.fill;
import static dev.dmock.task.config.file.FileChecks.present;
import static dev.dmock.task.config.file.FileChecks.require;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.go.InvalidTextException;
import dev.dmock.task.config.ByteSize;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What DM checks of the settings of loaders and validators, and which defaults it fills in. */
final class UnitChecks {

    private static final Map<String, Object> VALIDATOR_DEFAULTS = Map.of(
            "validate-interval", "10s",
            "check-interval", "5s",
            "row-error-delay", "30m0s",
            "meta-flush-interval", "5m0s");

    private UnitChecks() {}

    static void validator(@Nullable FileSettings given) {
        FileSettings validator = present(given);
        fill(validator, "mode", "none");
        require(
                Set.of("none", "fast", "full").contains(validator.text("mode")),
                DmError.of(DmCode.CONFIG_VALIDATION_MODE));
        if (validator.whole("worker-count") <= 0) {
            validator.put("worker-count", 4L);
        }
        VALIDATOR_DEFAULTS.forEach((key, value) -> {
            if (validator.text(key).equals("0s")) {
                validator.put(key, value);
            }
        });
        fill(validator, "batch-query-size", 100L);
        fill(validator, "max-pending-row-size", "500m");
        fill(validator, "max-pending-row-count", (long) Integer.MAX_VALUE);
        try {
            ByteSize.parse(validator.text("max-pending-row-size"));
        } catch (InvalidTextException e) {
            throw DmError.plain(String.valueOf(e.getMessage())).asException();
        }
    }

    static void loader(FileSettings loader) {
        fill(loader, "import-mode", "logical");
        String mode = loader.text("import-mode").toLowerCase(Locale.ROOT);
        loader.put("import-mode", Set.of("sql", "loader").contains(mode) ? "logical" : mode);
        requireOneOf(loader, "import-mode", Set.of("logical", "physical"), DmCode.CONFIG_INVALID_LOAD_MODE);
        fill(loader, "pool-size", 16L);
        fill(loader, "on-duplicate-logical", "replace");
        requireOneOf(
                loader,
                "on-duplicate-logical",
                Set.of("replace", "error", "ignore"),
                DmCode.CONFIG_INVALID_LOAD_DUPLICATE_RESOLUTION);
        fill(loader, "on-duplicate-physical", "none");
        requireOneOf(
                loader,
                "on-duplicate-physical",
                Set.of("none", "manual"),
                DmCode.CONFIG_INVALID_LOAD_PHYSICAL_DUPLICATE_RESOLUTION);
        fill(loader, "checksum-physical", "required");
        requireOneOf(
                loader,
                "checksum-physical",
                Set.of("required", "optional", "off"),
                DmCode.CONFIG_INVALID_LOAD_PHYSICAL_CHECKSUM);
        fill(loader, "analyze", "optional");
        requireOneOf(loader, "analyze", Set.of("required", "optional", "off"), DmCode.CONFIG_INVALID_LOAD_ANALYZE);
    }

    private static void requireOneOf(FileSettings settings, String key, Set<String> values, DmCode code) {
        String value = settings.text(key).toLowerCase(Locale.ROOT);
        settings.put(key, value);
        require(values.contains(value), DmError.of(code, value));
    }
}
