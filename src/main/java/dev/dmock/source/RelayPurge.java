package dev.dmock.source;

import dev.dmock.cluster.Worker;
import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.go.GoPath;
import dev.dmock.space.fact.Draft;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Answers of the workers that pull a source's relay log to a purge request (v8's relay/purge). No operation shows the
 * files, but a purged file cannot be named again. Verified against v8.1.0; the tasks that forbid a purge and the errors
 * for missing files were read in its source.
 */
@Component
class RelayPurge {

    /**
     * The number of the first relay directory; a worker has one numbered directory for each server that it pulls from.
     */
    private static final int FIRST = 1;

    private final RelayUnit unit;
    private final SourceTasks tasks;

    RelayPurge(RelayUnit unit, SourceTasks tasks) {
        this.unit = unit;
        this.tasks = tasks;
    }

    /**
     * Sends the request to the workers one after the other.
     *
     * @param file the first file to keep
     * @param dir the file's directory; empty for the newest
     * @throws dev.dmock.error.DmException 49001 with 30039 inside without a file, 30037 while a task is paused, 30038
     *     before anything was pulled, 30040 if the directory does not exist, 11025 if the file does not exist
     */
    void check(Draft draft, Source source, List<Worker> workers, String file, String dir) {
        if (file.isEmpty()) {
            throw refused(
                    DmError.of(DmCode.RELAY_PURGE_REQUEST_NOT_VALID, dir.isEmpty() ? "" : "subDir:\"" + dir + "\" "));
        }
        for (Worker worker : workers) {
            if (source.name().equals(worker.source())) {
                forbiddenBy(draft, source).ifPresent(reason -> {
                    throw refused(DmError.of(DmCode.RELAY_PURGE_IS_FORBIDDEN, reason));
                });
            }
            RelayState run = draft.find(RelayState.KIND, source.name(), worker.name())
                    .filter(r -> r.oldest() != null)
                    .orElseThrow(() -> refused(DmError.of(DmCode.RELAY_NO_ACTIVE_RELAY_LOG)));
            remove(draft, source, run, file, dir);
        }
    }

    /** Returns the paused task that forbids a purge, since a user may inspect the files that it reads. */
    private Optional<String> forbiddenBy(Draft draft, Source source) {
        return tasks.paused(draft, source.name()).stream()
                .findFirst()
                .map(task -> "sub task " + task + " current stage is Paused");
    }

    private void remove(Draft draft, Source source, RelayState run, String file, String dir) {
        String current = unit.directory(draft, source);
        String active = unit.file(draft, source);
        int number = dir.isEmpty() ? FIRST : number(dir);
        boolean newer = number > FIRST || number == FIRST && file.compareTo(active) > 0;
        String first = newer ? active : file;
        String where = newer || dir.isEmpty() ? current : dir;
        List<String> known = number < FIRST ? List.of() : List.of(current);
        String looking = "get relay files from directory %s before file %s/%s with UUIDs %s"
                .formatted(source.relay().dir(), where, first, known);
        if (!known.contains(where)) {
            throw refused(
                    DmError.of(DmCode.RELAY_TRIM_UUID_NOT_FOUND, where, known).annotated(looking));
        }
        if (!isThere(draft, source, run, first)) {
            String path = GoPath.joined(source.relay().dir(), current);
            throw refused(DmError.of(DmCode.BASE_FILE_NOT_FOUND, first, path).annotated(looking + ": dir " + path));
        }
        draft.put(RelayState.KIND, run.withOldest(first));
    }

    private boolean isThere(Draft draft, Source source, RelayState run, String file) {
        String oldest = run.oldest();
        return oldest != null
                && file.compareTo(oldest) >= 0
                && unit.upstream(draft, source).hasBinlog(file);
    }

    /** Returns the number at the end of a directory's name; 0 if it has none. */
    private static int number(String dir) {
        int dot = dir.lastIndexOf('.');
        boolean numbered =
                dot >= 0 && dot == dir.indexOf('.') && dir.substring(dot + 1).matches("\\d{1,9}");
        return numbered ? Integer.parseInt(dir.substring(dot + 1)) : 0;
    }

    private static RuntimeException refused(DmError worker) {
        return DmError.of(DmCode.OPEN_API_COMMON, worker).asException();
    }
}
