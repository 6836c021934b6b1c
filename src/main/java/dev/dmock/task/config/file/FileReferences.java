package dev.dmock.task.config.file;

import static dev.dmock.task.config.file.FileChecks.fill;
import static dev.dmock.task.config.file.FileChecks.present;
import static dev.dmock.task.config.file.FileChecks.require;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.go.GoDuration;
import dev.dmock.go.InvalidTextException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What each source of a configuration file refers to by name: whether it is there, and whether all that is there is used. */
final class FileReferences {

    private static final Set<String> DUMPING = Set.of("full", "all", "dump");

    /** The lists of a source that are checked for repeated names. */
    private static final List<String> LISTS =
            List.of("route-rules", "filter-rules", "column-mapping-rules", "expression-filters");

    /** The parts of the file of which everything has to be used. */
    private static final List<String> PARTS =
            List.of("routes", "filters", "mydumpers", "loaders", "syncers", "expression-filter", "validators");

    private final FileSettings file;
    private final Map<String, Set<String>> used = new HashMap<>();
    private final List<String> repeated = new ArrayList<>();

    FileReferences(FileSettings file) {
        this.file = file;
    }

    /** Checks the sources in order, and gives each a copy of the settings of its units. */
    void check() {
        List<@Nullable FileSettings> instances = file.structs("mysql-instances");
        Map<String, Integer> indexes = new HashMap<>();
        for (int i = 0; i < instances.size(); i++) {
            FileSettings instance = present(instances.get(i));
            requireSource(i, instance);
            String source = instance.text("source-id");
            Integer earlier = indexes.put(source, i);
            if (earlier != null) {
                throw DmError.of(DmCode.CONFIG_MY_SQL_INST_SAME_SOURCE_ID, earlier, i, source)
                        .asException();
            }
            instance(i, instance);
        }
        if (!repeated.isEmpty()) {
            throw DmError.of(DmCode.CONFIG_DUPLICATE_CFG_ITEM, String.join("\n", repeated))
                    .asException();
        }
    }

    /** Refuses names of rules and settings that no source refers to. */
    void requireAllUsed() {
        List<String> unused = new ArrayList<>();
        for (String part : PARTS) {
            Set<String> names = used.getOrDefault(part, Set.of());
            file.structsByName(part).keySet().stream()
                    .filter(name -> !names.contains(name))
                    .forEach(unused::add);
        }
        require(
                unused.isEmpty(),
                DmError.of(
                        DmCode.CONFIG_GLOBAL_CONFIGS_UNUSED,
                        unused.stream().sorted().toList()));
    }

    private static void requireSource(int index, FileSettings instance) {
        String at = "mysql-instance: " + ordinal(index);
        String source = instance.text("source-id");
        require(!source.isEmpty(), DmError.of(DmCode.CONFIG_EMPTY_SOURCE_ID).annotated(at));
        FileSettings meta = instance.struct("meta");
        boolean located = meta == null
                || !meta.text("binlog-name").isEmpty()
                || !meta.text("binlog-gtid").isEmpty();
        require(located, DmError.of(DmCode.CONFIG_META_INVALID).annotated(at + ": source " + source));
        fill(instance, "block-allow-list", instance.text("black-white-list"));
    }

    private void instance(int index, FileSettings instance) {
        rules(index, instance, "route-rules", "routes", DmCode.CONFIG_ROUTE_RULE_NOT_FOUND);
        rules(index, instance, "filter-rules", "filters", DmCode.CONFIG_FILTER_RULE_NOT_FOUND);
        if (file.structsByName("block-allow-list").isEmpty()) {
            file.put("block-allow-list", file.structsByName("black-white-list"));
        }
        String allowList = instance.text("block-allow-list");
        boolean known = file.structsByName("block-allow-list").containsKey(allowList);
        require(allowList.isEmpty() || known, DmError.of(DmCode.CONFIG_BA_LIST_NOT_FOUND, index, allowList));
        unit(index, instance, "mydumper", "threads", DmCode.CONFIG_MYDUMPER_CFG_NOT_FOUND, FileTypes.MYDUMPER, dump -> {
            fill(dump, "chunk-filesize", "64");
            boolean runs = DUMPING.contains(file.text("task-mode"));
            require(
                    !runs || !dump.text("mydumper-path").isEmpty(),
                    DmError.of(DmCode.CONFIG_MYDUMPER_PATH_NOT_VALID, index));
        });
        unit(index, instance, "loader", "pool-size", DmCode.CONFIG_LOADER_CFG_NOT_FOUND, FileTypes.LOADER, load -> {});
        unit(
                index,
                instance,
                "syncer",
                "worker-count",
                DmCode.CONFIG_SYNCER_CFG_NOT_FOUND,
                FileTypes.SYNCER,
                FileReferences::syncer);
        named(index, instance.text("validator-config-name"), "validators", DmCode.CONTINUOUS_VALIDATOR_CFG_NOT_FOUND);
        rules(index, instance, "expression-filters", "expression-filter", DmCode.CONFIG_EXPR_FILTER_NOT_FOUND);
        LISTS.forEach(list -> findRepeated(index, instance, list));
    }

    private void rules(int index, FileSettings instance, String list, String part, DmCode code) {
        for (String name : instance.texts(list)) {
            require(file.structsByName(part).containsKey(name), DmError.of(code, index, name));
            used.computeIfAbsent(part, p -> new HashSet<>()).add(name);
        }
    }

    private void named(int index, String name, String part, DmCode code) {
        if (!name.isEmpty()) {
            require(file.structsByName(part).containsKey(name), DmError.of(code, index, name));
            used.computeIfAbsent(part, p -> new HashSet<>()).add(name);
        }
    }

    private void unit(
            int index,
            FileSettings instance,
            String unit,
            String threads,
            DmCode code,
            GoType.Struct type,
            Consumer<FileSettings> check) {
        String name = instance.text(unit + "-config-name");
        String part = unit + "s";
        named(index, name, part, code);
        FileSettings shared = name.isEmpty() ? null : file.structsByName(part).get(name);
        FileSettings own = shared == null ? type.initial() : shared.copy();
        instance.put(unit, own);
        check.accept(own);
        if (instance.whole(unit + "-thread") != 0) {
            own.put(threads, instance.whole(unit + "-thread"));
        }
    }

    private static void syncer(FileSettings sync) {
        fill(sync, "queue-size", 1024L);
        fill(sync, "checkpoint-flush-interval", 30L);
        fill(sync, "safe-mode-duration", 2 * sync.whole("checkpoint-flush-interval") + "s");
        String text = sync.text("safe-mode-duration");
        try {
            boolean none = GoDuration.nanos(text) == 0;
            require(
                    !sync.flag("safe-mode") || !none,
                    DmError.of(DmCode.CONFIG_CONFICT_SAFE_MODE_DURATION_AND_SAFE_MODE));
        } catch (InvalidTextException e) {
            throw DmError.of(DmCode.CONFIG_INVALID_SAFE_MODE_DURATION, text, String.valueOf(e.getMessage()))
                    .asException();
        }
    }

    private void findRepeated(int index, FileSettings instance, String list) {
        Set<String> seen = new HashSet<>();
        List<String> twice = instance.texts(list).stream()
                .filter(name -> !seen.add(name))
                .distinct()
                .toList();
        if (!twice.isEmpty()) {
            repeated.add("mysql-instance(" + index + ")'s " + list + ": " + String.join(", ", twice));
        }
    }

    private static String ordinal(int index) {
        boolean teen = index % 100 / 10 == 1;
        return index
                + switch (teen ? 0 : index % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }
}
