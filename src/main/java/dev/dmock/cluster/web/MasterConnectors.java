package dev.dmock.cluster.web;

import dev.dmock.web.tomcat.AdditionalPort;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Opens a port for each master where more than one is asked for; the first takes the place of {@code server.port}. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class MasterConnectors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final MasterPorts ports;

    MasterConnectors(MasterPorts ports) {
        this.ports = ports;
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (ports.ports().isEmpty()) {
            return;
        }
        factory.setPort(ports.ports().get(0));
        for (int port : ports.ports().subList(1, ports.ports().size())) {
            AdditionalPort.open(factory, port);
        }
    }
}
