package dev.dmock.web.servlet;

import org.apache.catalina.connector.Connector;
import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Makes Tomcat take what Go's server takes, leave it as it is, and refuse the rest as tersely. */
@Component
@Order(0)
class TomcatAsDm implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String ODD_CHARACTERS = "\"<>[\\]^`{|}";
    private static final String PATIENCE_MILLIS = "10000";
    private static final long BYTES_A_CONNECTION = 1 << 16;
    private static final long MOST_CONNECTIONS = 8192;

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.setProtocol(LenientHttp11Protocol.class.getName());
        factory.addConnectorCustomizers(TomcatAsDm::letThrough);
        factory.addEngineValves(new WireValve());
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(GoErrorValve.class.getName());
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
        connector.setProperty("maxConnections", Long.toString(connections()));
    }

    /** As many as half of the memory has room for with their buffers; the others wait until one of these ends. */
    private static long connections() {
        long room = Runtime.getRuntime().maxMemory() / 2 / BYTES_A_CONNECTION;
        return Math.min(MOST_CONNECTIONS, room);
    }
}
