package dev.dmock.web.servlet;

import java.util.Map;
import org.apache.catalina.connector.Connector;
import org.apache.commons.logging.LogFactory;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.tomcat.SslConnectorCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerSslBundle;

/** Opens ports beside {@code server.port} that take what that one takes, on the same address. */
public final class FurtherPort {

    private FurtherPort() {}

    /** A port that speaks TLS if the first one does. */
    public static void open(TomcatServletWebServerFactory factory, int port) {
        Connector connector = plain(factory, port);
        Ssl ssl = factory.getSsl();
        if (Ssl.isEnabled(ssl)) {
            SslBundle bundle = WebServerSslBundle.get(ssl, factory.getSslBundles());
            new SslConnectorCustomizer(LogFactory.getLog(FurtherPort.class), connector, ssl.getClientAuth())
                    .customize(bundle, Map.of());
        }
        factory.addAdditionalConnectors(connector);
    }

    /** A port that never speaks TLS. */
    public static void openPlain(TomcatServletWebServerFactory factory, int port) {
        factory.addAdditionalConnectors(plain(factory, port));
    }

    private static Connector plain(TomcatServletWebServerFactory factory, int port) {
        Connector connector = new Connector(LenientHttp11Protocol.class.getName());
        connector.setPort(port);
        if (factory.getAddress() != null) {
            connector.setProperty("address", factory.getAddress().getHostAddress());
        }
        factory.getConnectorCustomizers().forEach(customizer -> customizer.customize(connector));
        return connector;
    }
}
