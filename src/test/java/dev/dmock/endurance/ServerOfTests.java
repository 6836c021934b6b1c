package dev.dmock.endurance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A server in a process of its own that all tests of a class share. */
final class ServerOfTests implements BeforeAllCallback, AfterAllCallback {

    /** Only the class path of the tests has springdoc, which says so at start. */
    private static final String OF_TESTS = "SpringDocAppInitializer";

    private final ServerProcess.Command command;
    private @Nullable ServerProcess server;

    private ServerOfTests(ServerProcess.Command command) {
        this.command = command;
    }

    /** To be registered in a static field; options are those of the virtual machine, none for the usual ones. */
    static ServerOfTests with(String... options) {
        ServerProcess.Command usual = ServerProcess.Command.of(Map.of());
        return new ServerOfTests(options.length == 0 ? usual : usual.options(options));
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        server = ServerProcess.start(command);
        server.awaitReady();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        server.close();
    }

    int port() {
        return server.port();
    }

    /** Nothing that a client does is worth more than a line at a level that nobody sees. */
    void isQuiet() {
        assertThat(server.log().lines().filter(line -> !line.contains(OF_TESTS)))
                .noneMatch(line -> line.contains("ERROR") || line.contains("WARN") || line.startsWith("\tat "));
    }
}
