package dev.dmock.source;

import dev.dmock.cluster.Worker;
import dev.dmock.error.DmError;
import dev.dmock.space.Draft;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What the workers that pull a source's relay log say when some of it is to be removed (v8's relay/purge). Nothing is
 * removed: no operation shows the files. Verified against v8.1.0; which tasks forbid it was read in its source.
 */
@Component
class RelayPurge {

    /** There is one directory for each server that a worker pulls from, numbered from here. */
    private static final int FIRST = 1;

    private final RelayUnit unit;
    private final SourceTasks tasks;

    RelayPurge(RelayUnit unit, SourceTasks tasks) {
        this.unit = unit;
        this.tasks = tasks;
    }

    /**
     * Asks the workers one after the other.
     *
     * @param file the first file that stays
     * @param dir the directory that the file is in; empty for the newest
     * @throws dev.dmock.error.DmException 49001 with 30039 inside without a file, 30037 while a task stands still, 30040 if
     *     the directory is not there
     */
    void check(Draft draft, Source source, List<Worker> workers, String file, String dir) {
        if (file.isEmpty()) {
            throw refused(DmError.of(30039, dir.isEmpty() ? "" : "subDir:\"" + dir + "\" "));
        }
        for (Worker worker : workers) {
            if (source.name().equals(worker.source())) {
                forbiddenBy(draft, source).ifPresent(reason -> {
                    throw refused(DmError.of(30037, reason));
                });
            }
            requireDirectory(draft, source, file, dir);
        }
    }

    /** Tasks that stand still are left as they are, so that one can look into what they read. */
    private Optional<String> forbiddenBy(Draft draft, Source source) {
        return tasks.paused(draft, source.name()).stream()
                .findFirst()
                .map(task -> "sub task " + task + " current stage is Paused");
    }

    private void requireDirectory(Draft draft, Source source, String file, String dir) {
        String current = unit.directory(draft, source);
        int number = dir.isEmpty() ? FIRST : number(dir);
        boolean behindActive = number == FIRST && file.compareTo(unit.file(draft, source)) > 0;
        if (dir.isEmpty() || dir.equals(current) || number > FIRST || behindActive) {
            return;
        }
        List<String> known = number < FIRST ? List.of() : List.of(current);
        throw refused(DmError.of(30040, dir, known)
                .annotated("get relay files from directory %s before file %s/%s with UUIDs %s"
                        .formatted(source.relay().dir(), dir, file, known)));
    }

    /** The number at the end of a directory's name; 0 if it has none. */
    private static int number(String dir) {
        int dot = dir.lastIndexOf('.');
        boolean numbered =
                dot >= 0 && dot == dir.indexOf('.') && dir.substring(dot + 1).matches("\\d{1,9}");
        return numbered ? Integer.parseInt(dir.substring(dot + 1)) : 0;
    }

    private static RuntimeException refused(DmError worker) {
        return DmError.of(49001, worker).asException();
    }
}
