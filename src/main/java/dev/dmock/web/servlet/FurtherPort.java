package dev.dmock.web.servlet;

import java.util.Map;
import org.apache.catalina.connector.Connector;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundles;
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
            secure(connector, ssl, factory.getSslBundles());
        }
        factory.addAdditionalConnectors(connector);
    }

    /** A bundle can follow its files, so that new certificates need no new start. */
    private static void secure(Connector connector, Ssl ssl, @Nullable SslBundles bundles) {
        SslConnectorCustomizer customizer =
                new SslConnectorCustomizer(LogFactory.getLog(FurtherPort.class), connector, ssl.getClientAuth());
        customizer.customize(WebServerSslBundle.get(ssl, bundles), Map.of());
        String name = ssl.getBundle();
        if (name != null && bundles != null) {
            bundles.addBundleUpdateHandler(name, renewed -> customizer.update(null, renewed));
        }
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
