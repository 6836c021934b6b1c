package dev.dmock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.dmock.endurance.ServerProcess;
import dev.dmock.healthcheck.HealthCheck;
import dev.dmock.healthcheck.LoopbackTls;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The program over TLS, set up as {@code docs/tls.md} says: on every port, with certificates of clients and without. */
class TlsTests {

    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

    @TempDir
    private static Path directory;

    private static Certificates certificates;

    private final List<Integer> ports =
            Stream.generate(ServerProcess::freePort).limit(3).toList();
    private @Nullable ConfigurableApplicationContext server;

    @BeforeAll
    static void makeCertificates() throws IOException, GeneralSecurityException {
        certificates = Certificates.in(directory);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    /** One of the documented ways, with the files where they are here. */
    private static String documented(int way, String files) throws IOException {
        Matcher block = YAML.matcher(Files.readString(Path.of("docs", "tls.md")));
        List<String> found = block.results().map(result -> result.group(1)).toList();
        return found.get(way).replace(files, directory + "/");
    }

    private ConfigurableApplicationContext startByVariables(String... further) throws IOException {
        JsonNode compose = new YAMLMapper().readTree(documented(1, "/tls/"));
        Map<String, Object> variables = new HashMap<>();
        compose.at("/services/dmock/environment").forEachEntry((name, value) -> variables.put(name, value.asString()));
        StandardEnvironment environment = new StandardEnvironment();
        String source = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
        environment.getPropertySources().replace(source, new SystemEnvironmentPropertySource(source, variables));
        SpringApplication application = new SpringApplication(DmockApplication.class);
        application.setEnvironment(environment);
        return start(application, further);
    }

    /** So that clients need certificates. */
    private ConfigurableApplicationContext startByFile(String... further) throws IOException {
        Path file = Files.writeString(directory.resolve("application.yaml"), documented(0, "tls/"));
        String[] all = Stream.concat(Stream.of("--spring.config.additional-location=file:" + file), Stream.of(further))
                .toArray(String[]::new);
        return start(new SpringApplication(DmockApplication.class), all);
    }

    private ConfigurableApplicationContext start(SpringApplication application, String... further) {
        application.setRegisterShutdownHook(false);
        String[] all = Stream.concat(
                        Stream.of(
                                "--dmock.api=v8.5",
                                "--dmock.ports=" + ports.toString().replaceAll("[\\[\\] ]", "")),
                        Stream.of(further))
                .toArray(String[]::new);
        ConfigurableApplicationContext started = application.run(all);
        server = started;
        return started;
    }

    private static HttpResponse<String> get(SSLContext context, String url) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder().sslContext(context).build();
        return client.send(
                HttpRequest.newBuilder(URI.create(url)).build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static void answers(SSLContext context, int port) throws IOException, InterruptedException {
        String base = "https://127.0.0.1:" + port;
        assertThat(get(context, base + "/api/v1/sources").body()).contains("\"total\": 0");
        assertThat(get(context, base + "/_dmock/health/readiness").statusCode()).isEqualTo(200);
    }

    /** All that comes until the server ends the connection. */
    private static String plain(int port) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write("GET /api/v1/sources HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean healthy(int port) {
        return HealthCheck.healthy(HealthCheck.server(Map.of("SERVER_PORT", Integer.toString(port))));
    }

    private static void ready(ConfigurableApplicationContext server, ReadinessState state) {
        AvailabilityChangeEvent.publish(server, state);
    }

    @Test
    void everyPortSpeaksItAndNothingElse() throws Exception {
        ConfigurableApplicationContext started = startByVariables();
        for (int port : ports) {
            answers(certificates.client(null), port);
            assertThat(plain(port)).startsWith("HTTP/1.1 400 ").endsWith("requires TLS.\r\n");
            assertThat(healthy(port)).isTrue();
        }
        ready(started, ReadinessState.REFUSING_TRAFFIC);
        assertThat(healthy(ports.get(0))).as("the health check tells the truth").isFalse();
    }

    @Test
    void clientsNeedCertificatesThatAreTrusted() throws Exception {
        startByFile();
        for (int port : ports) {
            answers(certificates.client("client"), port);
            for (String name : new String[] {null, "stranger"}) {
                SSLContext context = certificates.client(name);
                assertThatThrownBy(() -> answers(context, port))
                        .as("with the certificate of %s", name)
                        .isInstanceOf(IOException.class);
            }
            assertThat(plain(port)).startsWith("HTTP/1.1 400 ").endsWith("requires TLS.\r\n");
            assertThat(healthy(port))
                    .as("it demands a certificate, so it lives")
                    .isTrue();
        }
    }

    @Test
    void theControlApiCanHaveAPlainPort() throws Exception {
        int control = ServerProcess.freePort();
        ConfigurableApplicationContext started = startByFile("--dmock.control.port=" + control);
        String health = "http://127.0.0.1:" + control + "/_dmock/health/readiness";
        SSLContext none = certificates.client(null);
        assertThat(get(none, health).statusCode()).isEqualTo(200);
        assertThat(healthy(control)).isTrue();
        ready(started, ReadinessState.REFUSING_TRAFFIC);
        assertThat(get(none, health).statusCode()).isEqualTo(503);
        assertThat(healthy(control)).isFalse();
    }

    @Test
    void newCertificatesAreUsedOnEveryPort() throws Exception {
        try {
            startByVariables(
                    "--spring.ssl.bundle.pem.dmock.reload-on-update=true",
                    "--spring.ssl.bundle.watch.file.quiet-period=50ms");
            for (int port : ports) {
                assertThat(shown(port)).isEqualTo(certificates.of("server"));
            }
            certificates.write("stranger", "server");
            for (int port : ports) {
                await().atMost(Duration.ofMinutes(1)).until(() -> shown(port), certificates.of("stranger")::equals);
            }
        } finally {
            certificates.write("server", "server");
        }
    }

    @Test
    void aNameCanHaveACertificateOfItsOwnOnEveryPort() throws Exception {
        startByVariables(
                "--spring.ssl.bundle.pem.named.keystore.certificate=" + directory.resolve("client.crt"),
                "--spring.ssl.bundle.pem.named.keystore.private-key=" + directory.resolve("client.key"),
                "--server.ssl.server-name-bundles[0].server-name=named.test",
                "--server.ssl.server-name-bundles[0].bundle=named");
        for (int port : ports) {
            assertThat(shown(port)).isEqualTo(certificates.of("server"));
            assertThat(shown(port, "named.test")).isEqualTo(certificates.of("client"));
            assertThat(shown(port, "unknown.test")).isEqualTo(certificates.of("server"));
        }
    }

    /** What the server shows a client that asks for a name. */
    private static Certificate shown(int port, String name) throws IOException, GeneralSecurityException {
        SSLContext trusting = certificates.client(null);
        try (SSLSocket socket = (SSLSocket) trusting.getSocketFactory().createSocket("127.0.0.1", port)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(name)));
            socket.setSSLParameters(parameters);
            return socket.getSession().getPeerCertificates()[0];
        }
    }

    /** What the server shows. */
    private static Certificate shown(int port) throws IOException {
        try (Socket plain = new Socket(InetAddress.getLoopbackAddress(), port);
                SSLSocket socket = (SSLSocket) new LoopbackTls().over(plain)) {
            return socket.getSession().getPeerCertificates()[0];
        }
    }
}
