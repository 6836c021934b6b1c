package dev.dmock.healthcheck;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509KeyManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * TLS with the server on this machine, which is told nothing and asked about itself only: whatever certificate it shows will do. It is
 * shown none, but if it demands one, that is noticed.
 */
public final class LoopbackTls {

    private volatile boolean certificateDemanded;

    /** Whether the server has demanded a certificate. */
    boolean isCertificateDemanded() {
        return certificateDemanded;
    }

    /**
     * TLS on top of a connection that is open, and still has to be closed.
     *
     * @throws IOException for what is no TLS
     */
    public Socket over(Socket plain) throws IOException {
        return sockets().createSocket(plain, "localhost", plain.getPort(), true);
    }

    private SSLSocketFactory sockets() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {new NoKey()}, new TrustManager[] {new AnyServer()}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("this JVM has no TLS", impossible);
        }
    }

    private static final class AnyServer implements X509TrustManager {

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {
            // it is on this machine
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }

    /** Asked for a key when the server demands a certificate. */
    private final class NoKey implements X509KeyManager {

        @Override
        public @Nullable String chooseClientAlias(
                String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
            certificateDemanded = true;
            return null;
        }

        @Override
        public String @Nullable [] getClientAliases(String type, Principal @Nullable [] issuers) {
            return null;
        }

        @Override
        public @Nullable String chooseServerAlias(
                String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return null;
        }

        @Override
        public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
            return null;
        }

        @Override
        public X509Certificate @Nullable [] getCertificateChain(String alias) {
            return null;
        }

        @Override
        public @Nullable PrivateKey getPrivateKey(String alias) {
            return null;
        }
    }
}
