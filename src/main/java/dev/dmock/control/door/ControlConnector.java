package dev.dmock.control.door;

import dev.dmock.web.servlet.FurtherPort;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Opens the port of the control API, if it has one of its own; it speaks plain HTTP, whatever the DM API speaks. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class ControlConnector implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final ControlAccess access;

    ControlConnector(ControlAccess access) {
        this.access = access;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (access.port() != null) {
            FurtherPort.openPlain(factory, access.port());
        }
    }
}
