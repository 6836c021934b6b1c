package dev.dmock.web.tomcat;

import java.util.Map;
import java.util.stream.Collectors;
import org.apache.catalina.connector.Connector;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.tomcat.SslConnectorCustomizer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerSslBundle;

/** Opens ports next to {@code server.port} with the same settings and address. */
public final class AdditionalPort {

    private AdditionalPort() {}

    /** Opens a port that uses TLS if {@code server.port} does. */
    public static void open(TomcatServletWebServerFactory factory, int port) {
        Connector connector = plain(factory, port);
        Ssl ssl = factory.getSsl();
        if (Ssl.isEnabled(ssl)) {
            secure(connector, ssl, factory.getSslBundles());
        }
        factory.addAdditionalConnectors(connector);
    }

    /** Enables TLS with reloadable certificates: the default one and those of server names (SNI). */
    private static void secure(Connector connector, Ssl ssl, @Nullable SslBundles bundles) {
        SslConnectorCustomizer customizer =
                new SslConnectorCustomizer(LogFactory.getLog(AdditionalPort.class), connector, ssl.getClientAuth());
        customizer.customize(WebServerSslBundle.get(ssl, bundles), named(ssl, bundles));
        if (bundles != null) {
            String usual = ssl.getBundle();
            if (usual != null) {
                bundles.addBundleUpdateHandler(usual, renewed -> customizer.update(null, renewed));
            }
            ssl.getServerNameBundles()
                    .forEach(of -> bundles.addBundleUpdateHandler(
                            of.bundle(), renewed -> customizer.update(of.serverName(), renewed)));
        }
    }

    private static Map<String, SslBundle> named(Ssl ssl, @Nullable SslBundles bundles) {
        return bundles == null
                ? Map.of()
                : ssl.getServerNameBundles().stream()
                        .collect(Collectors.toMap(
                                Ssl.ServerNameSslBundle::serverName, of -> bundles.getBundle(of.bundle())));
    }

    /** Opens a port without TLS. */
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
