package dev.dmock;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * Certificates made by the JDK's keytool: of a CA, of a server and of a client that it has signed, and of a stranger that has signed for itself
 * in the name of the CA. Each is in a directory as {@code NAME.crt} and {@code NAME.key}, in the format PEM.
 */
final class Certificates {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private final Path directory;
    private final KeyStore all;

    private Certificates(Path directory, KeyStore all) {
        this.directory = directory;
        this.all = all;
    }

    static Certificates in(Path directory) throws IOException, GeneralSecurityException {
        Path file = directory.resolve("all.p12");
        keytool(file, "ca", "-dname", "CN=ca", "-ext", "bc:c");
        keytool(file, "server", "-dname", "CN=server", "-signer", "ca", "-ext", "san=ip:127.0.0.1,dns:localhost");
        keytool(file, "client", "-dname", "CN=client", "-signer", "ca");
        keytool(file, "stranger", "-dname", "CN=ca");
        Certificates certificates = new Certificates(directory, KeyStore.getInstance(file.toFile(), PASSWORD));
        for (String name : List.of("ca", "server", "client", "stranger")) {
            certificates.write(name, name);
        }
        return certificates;
    }

    private static void keytool(Path file, String name, String... options) throws IOException {
        List<String> line = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/keytool",
                "-genkeypair",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                String.valueOf(PASSWORD),
                "-alias",
                name,
                "-keyalg",
                "EC"));
        line.addAll(List.of(options));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IllegalStateException(said);
        }
    }

    Certificate of(String name) throws GeneralSecurityException {
        return all.getCertificate(name);
    }

    /** Gives one's certificate and key to another, in the files of that one. */
    void write(String owner, String as) throws IOException, GeneralSecurityException {
        Key key = all.getKey(owner, PASSWORD);
        put(as + ".key", pem("PRIVATE KEY", key.getEncoded()));
        put(as + ".crt", pem("CERTIFICATE", of(owner).getEncoded()));
    }

    /** At once, so that nobody reads half a file. */
    private void put(String file, String content) throws IOException {
        Path beside = Files.writeString(directory.resolve(file + ".new"), content);
        Files.move(
                beside, directory.resolve(file), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String pem(String what, byte[] content) {
        String base64 = Base64.getMimeEncoder().encodeToString(content);
        return "-----BEGIN " + what + "-----\n" + base64 + "\n-----END " + what + "-----\n";
    }

    /** What a client needs that trusts the CA, and shows somebody's certificate, or none. */
    SSLContext client(@Nullable String name) throws IOException, GeneralSecurityException {
        KeyStore trusted = empty();
        trusted.setCertificateEntry("ca", of("ca"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        KeyStore own = empty();
        if (name != null) {
            own.setKeyEntry(name, all.getKey(name, PASSWORD), PASSWORD, all.getCertificateChain(name));
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(own, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, PASSWORD);
        return store;
    }
}
