package dev.dmock.web.tomcat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Drains connections between Spring's graceful shutdown, which ends when no servlet is busy, and the server stop, which
 * closes connections. Otherwise a new request would run without a response, and a response in transfer would be lost.
 */
@Component
@Lazy(false)
class GracefulConnectionClose implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(GracefulConnectionClose.class);
    private static final Duration DRAIN_TIMEOUT = Duration.ofSeconds(5);

    private final ServletWebServerApplicationContext application;
    private volatile boolean running;

    GracefulConnectionClose(ServletWebServerApplicationContext application) {
        this.application = application;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Stops after the graceful shutdown and before the server. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE - 1;
    }

    /** Not pauseable, like the server itself. */
    @Override
    public boolean isPauseable() {
        return false;
    }

    @Override
    public void stop() {
        running = false;
        try {
            for (LenientHttp11Protocol port : ports()) {
                if (!port.drain().close(DRAIN_TIMEOUT)) {
                    LOG.warn("Requests are broken off that were not answered within {} s", DRAIN_TIMEOUT.toSeconds());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<LenientHttp11Protocol> ports() {
        return application.getWebServer() instanceof TomcatWebServer server
                ? Arrays.stream(server.getTomcat().getService().findConnectors())
                        .map(connector -> (LenientHttp11Protocol) connector.getProtocolHandler())
                        .toList()
                : List.of();
    }
}
