package dev.dmock.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * The recorded cases as tests, one for each case, in a container for each version and group. A version's cases are those in its own
 * folder and in the folders that begin with its name, such as {@code v8.5-whole}. These system properties choose:
 * {@code dmock.conformance.versions} (a list such as {@code v5.3,v8.1}), {@code dmock.conformance.only} (the beginning of a case's
 * name, such as {@code relay/}) and {@code dmock.conformance.patience} (how many seconds an asynchronous state is waited for at most).
 */
public final class CaseLibrary {

    /** The versions whose cases are played where nothing else is said. */
    static final List<String> VERSIONS = List.of("docs", "v5.3", "v8.1", "v8.5");

    private static final Path RESOURCES = Path.of("src", "test", "resources");
    private static final int LINES_SHOWN = 12;
    private static final Set<String> PENDING = PendingCases.in(RESOURCES.resolve("conformance/pending.yaml"));

    /** One more try is enough to tell a late state from a wrong one; a longer wait would be for nothing. */
    private static final Duration PATIENCE_WITH_PENDING = Duration.ofMillis(20);

    private CaseLibrary() {}

    /** Where cases come from. */
    enum Origin {
        /** Recorded from a real server. */
        RECORDED("conformance"),
        /** Written after what is known of a real server, in the same form, where nothing was recorded. */
        DERIVED("conformance-derived");

        private final Path folder;

        Origin(String folder) {
            this.folder = RESOURCES.resolve(folder);
        }
    }

    /** All cases of a version that DMock passes. */
    static List<RecordedCase> cases(Origin origin, String version) {
        return allCases(origin, version)
                .filter(recorded -> !PENDING.contains(recorded.id()))
                .toList();
    }

    /** All cases that DMock does not pass yet. */
    static List<RecordedCase> pendingCases() {
        return VERSIONS.stream()
                .flatMap(version -> allCases(Origin.RECORDED, version))
                .filter(recorded -> PENDING.contains(recorded.id()))
                .toList();
    }

    static Set<String> pendingIds() {
        return PENDING;
    }

    private static Stream<RecordedCase> allCases(Origin origin, String version) {
        return folders(origin, version).stream().flatMap(folder -> RecordedCase.below(folder).stream());
    }

    private static List<Path> folders(Origin origin, String version) {
        try (Stream<Path> folders = Files.list(origin.folder)) {
            return folders.filter(folder ->
                            (folder.getFileName() + "-").startsWith(version + "-") && Files.isDirectory(folder))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Stream<DynamicNode> tests(Origin origin, Masters masters, Duration usualPatience) {
        long seconds = Long.getLong("dmock.conformance.patience", usualPatience.toSeconds());
        CasePlayer player = new CasePlayer(new WireClient(), masters, Duration.ofSeconds(seconds));
        String versions = System.getProperty("dmock.conformance.versions", String.join(",", VERSIONS));
        return Stream.of(versions.split(","))
                .map(version -> DynamicContainer.dynamicContainer(version, groups(origin, version, player)));
    }

    /** A test for each pending case, which fails if the case passes, so that the list stays true. */
    static Stream<DynamicNode> pendingTests(Masters masters) {
        CasePlayer player = CasePlayer.untilFirstDifference(new WireClient(), masters, PATIENCE_WITH_PENDING);
        return pendingCases().stream()
                .map(pending -> DynamicTest.dynamicTest(pending.id(), pending.source(), () -> {
                    if (passes(pending, player)) {
                        throw new AssertionError(pending.id() + " passes: remove it from conformance/pending.yaml");
                    }
                }));
    }

    private static boolean passes(RecordedCase pending, CasePlayer player) {
        try {
            return player.play(pending).isEmpty();
        } catch (WorldRefusedException unsupported) {
            return false;
        }
    }

    /** Some of the cases of all versions and origins, such as each tenth. */
    public static Stream<DynamicNode> everyNth(int n, Masters masters, Duration patience) {
        CasePlayer player = new CasePlayer(new WireClient(), masters, patience);
        List<RecordedCase> all = Stream.of(Origin.values())
                .flatMap(origin -> VERSIONS.stream().flatMap(version -> cases(origin, version).stream()))
                .toList();
        return IntStream.range(0, all.size()).filter(i -> i % n == 0).mapToObj(i -> test(all.get(i), player));
    }

    private static Stream<DynamicNode> groups(Origin origin, String version, CasePlayer player) {
        String only = System.getProperty("dmock.conformance.only", "");
        Map<String, List<RecordedCase>> groups = cases(origin, version).stream()
                .filter(recorded -> recorded.name().startsWith(only))
                .collect(Collectors.groupingBy(RecordedCase::group, LinkedHashMap::new, Collectors.toList()));
        return groups.entrySet().stream()
                .map(group -> DynamicContainer.dynamicContainer(
                        group.getKey(), group.getValue().stream().map(recorded -> test(recorded, player))));
    }

    private static DynamicTest test(RecordedCase recorded, CasePlayer player) {
        return DynamicTest.dynamicTest(recorded.name(), recorded.source(), () -> {
            List<String> lines = player.play(recorded);
            if (!lines.isEmpty()) {
                throw new AssertionError(lines.stream()
                        .limit(LINES_SHOWN)
                        .collect(Collectors.joining("\n  ", lines.size() + " differences\n  ", "")));
            }
        });
    }
}
