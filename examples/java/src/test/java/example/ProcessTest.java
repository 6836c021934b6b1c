package example;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** DMock as a process: its jar on a port that is free, or the one that DM_MASTER names. */
class ProcessTest {

    private static final Pattern READY = Pattern.compile("DM API +(http://\\S+)/api/v1");

    private static Process process;
    private static String server;

    @BeforeAll
    static void start() throws IOException {
        server = System.getenv("DM_MASTER");
        if (server != null) {
            return;
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        process = new ProcessBuilder(java, "-jar", jar().toString(), "--server.port=0")
                .redirectErrorStream(true)
                .start();
        // It says where it is when it is ready. Afterwards it says next to nothing, so that nobody has to read on.
        BufferedReader log = process.inputReader();
        for (String line = log.readLine(); server == null && line != null; line = log.readLine()) {
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                server = ready.group(1);
                break;
            }
        }
    }

    private static Path jar() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("..", "..", "target"))) {
            return files.filter(file -> file.getFileName().toString().matches("dmock-[\\d.]+\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @AfterAll
    static void stop() {
        if (process != null) {
            process.destroy();
        }
    }

    @Test
    void aDuplicateEntryPausesTheTask() throws IOException, InterruptedException {
        Migration.aDuplicateEntryPausesTheTask(server);
    }
}
