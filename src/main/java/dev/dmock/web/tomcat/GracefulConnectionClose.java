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
 * What Spring's graceful shutdown leaves open: it ends once no servlet is busy, and then connections are closed. A request
 * that just comes in would be carried out without an answer, and an answer that is on its way would be lost. Between the
 * two, this lets no request in any more, and those that are in come to their end.
 */
@Component
@Lazy(false)
class GracefulConnectionClose implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(GracefulConnectionClose.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

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

    /** After the graceful shutdown, before the server stops. */
    @Override
    public int getPhase() {
        return WebServerApplicationContext.GRACEFUL_SHUTDOWN_PHASE - 1;
    }

    /** As the server itself: a context that pauses keeps it. */
    @Override
    public boolean isPauseable() {
        return false;
    }

    @Override
    public void stop() {
        running = false;
        try {
            for (LenientHttp11Protocol port : ports()) {
                if (!port.gate().close(PATIENCE)) {
                    LOG.warn("Requests are broken off that were not answered within {} s", PATIENCE.toSeconds());
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
