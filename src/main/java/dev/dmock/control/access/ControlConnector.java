package dev.dmock.control.access;

import dev.dmock.web.tomcat.AdditionalPort;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Opens the separate port of the control API if one is configured; it speaks plain HTTP even if the DM API uses TLS.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ControlConnector implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final ControlAccessProperties access;

    ControlConnector(ControlAccessProperties access) {
        this.access = access;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (access.port() != null) {
            AdditionalPort.openPlain(factory, access.port());
        }
    }
}
