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
 * Makes Tomcat take what Go's server takes, leave it as it is, and refuse the rest as tersely. After Spring Boot's own
 * customizer, which has another idea of how many connections there can be.
 */
@Component
@Order(1)
class DmTomcatCustomizer implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String ODD_CHARACTERS = "\"<>[\\]^`{|}";
    private static final String PATIENCE_MILLIS = "10000";

    /** Measured: some 71 KB with an incomplete head, 93 KB with an incomplete body. */
    private static final long BYTES_A_CONNECTION = 96 << 10;

    private static final long MOST_CONNECTIONS = 8192;

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(LenientHttp11Protocol.class.getName());
        factory.addConnectorCustomizers(DmTomcatCustomizer::letThrough, connector -> sharePlaces(factory, connector));
        factory.addEngineValves(new ExchangeValve());
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(TerseErrorValve.class.getName());
            }
        });
    }

    private static void letThrough(Connector connector) {
        connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
        connector.setEncodedReverseSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
        connector.setAllowBackslash(true);
        connector.setAllowTrace(true);
        connector.setProperty("relaxedPathChars", ODD_CHARACTERS);
        connector.setProperty("relaxedQueryChars", ODD_CHARACTERS);
        connector.setProperty("connectionTimeout", PATIENCE_MILLIS);
    }

    /** The first port is made after all others. */
    private static void sharePlaces(TomcatServletWebServerFactory factory, Connector first) {
        List<Connector> ports = new ArrayList<>(factory.getAdditionalConnectors());
        ports.add(first);
        String places = Long.toString(connections() / ports.size());
        ports.forEach(port -> port.setProperty("maxConnections", places));
    }

    /** As many as half of the memory has room for with their buffers, and that is not to be reached: {@link AdaptiveTimeoutEndpoint}. */
    private static long connections() {
        long room = Runtime.getRuntime().maxMemory() / 2 / BYTES_A_CONNECTION;
        return Math.min(MOST_CONNECTIONS, room);
    }
}
