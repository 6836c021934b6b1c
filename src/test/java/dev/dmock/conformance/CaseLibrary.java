package dev.dmock.conformance;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * The recorded cases as tests, one for each case, in a container for each version and group. These system properties choose:
 * {@code dmock.conformance.versions} (a list such as {@code v5.3,v8.1}), {@code dmock.conformance.only} (the beginning of a case's
 * name, such as {@code relay/}) and {@code dmock.conformance.patience} (how many seconds an asynchronous state is waited for at most).
 */
public final class CaseLibrary {

    /** The versions whose cases are played where nothing else is said. */
    static final List<String> VERSIONS = List.of("docs", "v5.3", "v8.1", "v8.5");

    private static final Path RESOURCES = Path.of("src", "test", "resources");
    private static final int LINES_SHOWN = 12;

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

    static List<RecordedCase> cases(String version) {
        return cases(Origin.RECORDED, version);
    }

    static List<RecordedCase> cases(Origin origin, String version) {
        Path folder = origin.folder.resolve(version);
        return Files.exists(folder) ? RecordedCase.below(folder) : List.of();
    }

    static Stream<DynamicNode> tests(Origin origin, Masters masters, Duration usualPatience) {
        long seconds = Long.getLong("dmock.conformance.patience", usualPatience.toSeconds());
        CasePlayer player = new CasePlayer(new WireClient(), masters, Duration.ofSeconds(seconds));
        String versions = System.getProperty("dmock.conformance.versions", String.join(",", VERSIONS));
        return Stream.of(versions.split(","))
                .map(version -> DynamicContainer.dynamicContainer(version, groups(origin, version, player)));
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
