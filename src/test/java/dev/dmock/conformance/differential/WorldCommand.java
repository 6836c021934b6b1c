package dev.dmock.conformance.differential;

import dev.dmock.conformance.CaseJson;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.ObjectNode;

/** Pipes worlds and events to a shell command, as the recorder does, for a server that has no control API. */
record WorldCommand(String command) implements Side.WorldControl {

    private static final int TIMEOUT_SECONDS = 180;

    @Override
    public Optional<String> tell(Side side, String method, ObjectNode document) {
        ObjectNode sent = document;
        if (method.equals("PATCH")) {
            sent = Steps.object();
            sent.set("event", document);
        }
        try {
            Process process = new ProcessBuilder("sh", "-c", command)
                    .redirectOutput(Redirect.INHERIT)
                    .redirectError(Redirect.INHERIT)
                    .start();
            try (OutputStream input = process.getOutputStream()) {
                input.write(CaseJson.write(sent).getBytes(StandardCharsets.UTF_8));
            }
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("the command for worlds takes too long: " + command);
            }
            int status = process.exitValue();
            return status == 0 ? Optional.empty() : Optional.of("the command for worlds ended with " + status);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
    }
}
