package dev.dmock.web.tomcat;

import java.util.ArrayList;
import java.util.List;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Configures Tomcat to accept what Go's server accepts, unchanged, and to refuse the rest as tersely. Runs after Spring
 * Boot's customizer to override its connection limit.
 */
@Component
@Order(1)
class DmTomcatCustomizer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String RELAXED_CHARACTERS = "\"<>[\\]^`{|}";
    private static final String CONNECTION_TIMEOUT_MILLIS = "10000";

    /** Measured: some 71 KB with an incomplete head, 93 KB with an incomplete body. */
    private static final long BYTES_PER_CONNECTION = 96 << 10;

    private static final long MAX_CONNECTIONS = 8192;

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(LenientHttp11Protocol.class.getName());
        factory.addConnectorCustomizers(
                DmTomcatCustomizer::relaxParsing, connector -> divideConnections(factory, connector));
        factory.addEngineValves(new ExchangeValve());
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(TerseErrorValve.class.getName());
            }
        });
    }

    private static void relaxParsing(Connector connector) {
        connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
        connector.setEncodedReverseSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
        connector.setAllowBackslash(true);
        connector.setAllowTrace(true);
        connector.setProperty("relaxedPathChars", RELAXED_CHARACTERS);
        connector.setProperty("relaxedQueryChars", RELAXED_CHARACTERS);
        connector.setProperty("connectionTimeout", CONNECTION_TIMEOUT_MILLIS);
    }

    /** Divides the connection limit among all ports; the first port is created last. */
    private static void divideConnections(TomcatServletWebServerFactory factory, Connector first) {
        List<Connector> ports = new ArrayList<>(factory.getAdditionalConnectors());
        ports.add(first);
        String places = Long.toString(connections() / ports.size());
        ports.forEach(port -> port.setProperty("maxConnections", places));
    }

    /**
     * Returns the connection limit: connections may use half of the heap; {@link AdaptiveTimeoutEndpoint} keeps their
     * number below it.
     */
    private static long connections() {
        long room = Runtime.getRuntime().maxMemory() / 2 / BYTES_PER_CONNECTION;
        return Math.min(MAX_CONNECTIONS, room);
    }
}
