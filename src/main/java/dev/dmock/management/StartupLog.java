package dev.dmock.management;

import dev.dmock.space.Spaces;
import dev.dmock.space.store.SpaceName;
import dev.dmock.version.ApiVersion;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Logs the server's addresses when it is ready. */
@Component
class StartupLog implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger("dev.dmock");

    private final Spaces spaces;
    private final ObjectProvider<BuildProperties> build;

    StartupLog(Spaces spaces, ObjectProvider<BuildProperties> build) {
        this.spaces = spaces;
        this.build = build;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof ServletWebServerApplicationContext server) {
            ApiVersion api =
                    spaces.read(SpaceName.DEFAULT, draft -> draft.settings().api());
            int port = Objects.requireNonNull(server.getWebServer()).getPort();
            Places places = Places.of(server.getEnvironment(), port);
            LOG.info(
                    "DMock {} emulates DM-master's OpenAPI, version {}; ready after {} s",
                    version(),
                    api.label(),
                    seconds(Objects.requireNonNullElse(event.getTimeTaken(), Duration.ZERO)));
            LOG.info("DM API       {}/api/v1 (Swagger UI: {}/api/v1/docs)", places.api(), places.api());
            LOG.info("Control API  {}/_dmock (Swagger UI: {}/_dmock/docs)", places.control(), places.control());
            LOG.info("Console      {}/_dmock/console", places.control());
            LOG.info("Spaces       {}", kept(server.getEnvironment()));
        }
    }

    private static String kept(Environment environment) {
        String data = environment.getProperty("dmock.data");
        if (data != null) {
            return "kept in " + data;
        }
        return environment.containsProperty("dmock.jdbc-url")
                ? "kept in the database of dmock.jdbc-url"
                : "kept in memory";
    }

    private String version() {
        BuildProperties known = build.getIfAvailable();
        String version = known == null ? null : known.getVersion();
        return version == null ? "(unpackaged)" : version;
    }

    private static String seconds(Duration taken) {
        return taken.toMillis() / 1000 + "." + taken.toMillis() % 1000 / 100;
    }

    /** Returns the configured base addresses of the two APIs. */
    record Places(String api, String control) {

        static Places of(Environment environment, int port) {
            String address = environment.getProperty("server.address", "127.0.0.1");
            String host = address.contains(":") ? "[" + address + "]" : address;
            boolean tls = environment.containsProperty("server.ssl.bundle")
                    || environment.containsProperty("server.ssl.certificate")
                    || environment.containsProperty("server.ssl.key-store");
            String api = (tls ? "https://" : "http://") + host + ":" + port;
            String own = environment.getProperty("dmock.control.port");
            return new Places(api, own == null ? api : "http://" + host + ":" + own);
        }
    }
}
