package dev.dmock.operation;

import dev.dmock.space.ApiVersion;
import dev.dmock.space.SpaceName;
import dev.dmock.space.Spaces;
import java.time.Duration;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.info.BuildProperties;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says, once the server is ready, where everything is. */
@Component
class Announcement {

    private static final Logger LOG = LoggerFactory.getLogger("dev.dmock");

    private final Spaces spaces;
    private final ObjectProvider<BuildProperties> build;

    Announcement(Spaces spaces, ObjectProvider<BuildProperties> build) {
        this.spaces = spaces;
        this.build = build;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof ServletWebServerApplicationContext server) {
            ApiVersion api =
                    spaces.read(SpaceName.DEFAULT, draft -> draft.settings().api());
            int port = Objects.requireNonNull(server.getWebServer()).getPort();
            Places places = Places.of(server.getEnvironment(), port);
            LOG.info(
                    "DMock {} emulates DM-master's OpenAPI, version {}, on {}/api/v1 (Swagger UI: {}/api/v1/docs)",
                    version(),
                    api.label(),
                    places.api(),
                    places.api());
            LOG.info(
                    "Control API on {}/_dmock (Swagger UI: {}/_dmock/docs); ready after {} s",
                    places.control(),
                    places.control(),
                    seconds(event.getTimeTaken()));
        }
    }

    private String version() {
        BuildProperties known = build.getIfAvailable();
        return known == null ? "(unpackaged)" : known.getVersion();
    }

    private static String seconds(Duration taken) {
        return taken.toMillis() / 1000 + "." + taken.toMillis() % 1000 / 100;
    }

    /** The base addresses of the two APIs, as they are configured. */
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
