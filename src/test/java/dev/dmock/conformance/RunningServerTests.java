package dev.dmock.conformance;

import dev.dmock.conformance.CaseLibrary.Origin;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The recorded and the derived cases against a server that already runs, for example
 * {@code -Ddmock.conformance.base=http://127.0.0.1:8261,http://127.0.0.1:8361,http://127.0.0.1:8461}: one address for each master, or
 * just one. It has to understand worlds and events.
 */
@EnabledIfSystemProperty(named = RunningServerTests.BASE, matches = ".+")
class RunningServerTests {

    static final String BASE = "dmock.conformance.base";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TestFactory
    Stream<DynamicNode> answersAsTheRealServerDid() {
        return CaseLibrary.tests(Origin.RECORDED, masters(), PATIENCE);
    }

    @TestFactory
    Stream<DynamicNode> answersAsTheRealServerIsKnownTo() {
        return CaseLibrary.tests(Origin.DERIVED, masters(), PATIENCE);
    }

    private static Masters masters() {
        return new Masters(List.of(System.getProperty(BASE).split(",")));
    }
}
