package example;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;

/** DMock as a container; skipped where there is no Docker. The image: docker build -t dmock . */
@Testcontainers(disabledWithoutDocker = true)
class ContainerTest {

    private static final int PORT = 8261;

    @Container
    private static final GenericContainer<?> DMOCK = new GenericContainer<>("dmock")
            .withExposedPorts(PORT)
            .waitingFor(Wait.forHttp("/_dmock/health/readiness").forPort(PORT));

    @Test
    void aDuplicateEntryPausesTheTask() throws IOException, InterruptedException {
        Migration.aDuplicateEntryPausesTheTask("http://127.0.0.1:" + DMOCK.getMappedPort(PORT));
    }
}
