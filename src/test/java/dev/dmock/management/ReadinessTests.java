package dev.dmock.management;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dmock.DmockApplication;
import dev.dmock.conformance.Call;
import dev.dmock.conformance.WireClient;
import dev.dmock.space.Spaces;
import dev.dmock.space.store.SpaceName;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The server says that it is ready once the start world is laid, and as long as its database answers; that it lives, meanwhile, too. */
class ReadinessTests {

    private static final String READINESS = "readiness";
    private static final String LIVENESS = "liveness";

    @TempDir
    private Path directory;

    private final List<String> seen = new ArrayList<>();

    private static int ask(ApplicationContext server, String question) {
        int port = ((ServletWebServerApplicationContext) server).getWebServer().getPort();
        Call call = Call.of("GET", "http://127.0.0.1:" + port, "/_dmock/health/" + question);
        return new WireClient().send(call).status();
    }

    private void look(ApplicationContext server, String when) {
        boolean laid = server.getBean(Spaces.class).exists(SpaceName.DEFAULT);
        seen.add("%s: world %s, ready %d".formatted(when, laid ? "laid" : "missing", ask(server, READINESS)));
    }

    @Test
    void itIsReadyWhenTheStartWorldIsLaid() throws Exception {
        Path world = Files.writeString(directory.resolve("world.yaml"), "workers: 7\n");
        SpringApplication application = new SpringApplication(DmockApplication.class);
        application.setRegisterShutdownHook(false);
        ApplicationListener<ApplicationStartedEvent> listens =
                event -> look(event.getApplicationContext(), "it listens");
        application.addListeners(listens);
        ApplicationContextInitializer<ConfigurableApplicationContext> runner =
                context -> ((GenericApplicationContext) context)
                        .registerBean(ApplicationRunner.class, () -> arguments -> look(context, "it prepares"));
        application.addInitializers(runner);
        try (ConfigurableApplicationContext server = application.run(
                "--server.port=0", "--dmock.world=" + world, "--dmock.data=" + directory.resolve("data"))) {
            look(server, "it has started");
            assertThat(seen).hasSize(3);
            assertThat(seen.get(0)).isEqualTo("it listens: world missing, ready 503");
            assertThat(seen.get(1)).startsWith("it prepares: ").endsWith("ready 503");
            assertThat(seen.get(2)).isEqualTo("it has started: world laid, ready 200");
            assertThat(ask(server, LIVENESS)).isEqualTo(200);

            new JdbcTemplate(server.getBean(DataSource.class)).execute("SHUTDOWN");
            Files.writeString(directory.resolve("data").resolve("dmock.mv.db"), "no database any more");
            assertThat(ask(server, READINESS)).as("without its database").isEqualTo(503);
            assertThat(ask(server, LIVENESS)).isEqualTo(200);
        }
    }
}
