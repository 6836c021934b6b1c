package dev.dmock.documentation;

import dev.dmock.conformance.Call;
import dev.dmock.conformance.Reply;
import dev.dmock.conformance.WireClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** As much of curl as documentation needs; files are in a directory of its own. */
final class Curl {

    private static final String USUAL = "http://127.0.0.1:8261";

    private final WireClient client = new WireClient();
    private final String base;
    private final Path directory;

    /**
     * @param base where the server really is that the documentation has on its usual port
     */
    Curl(String base, Path directory) {
        this.base = base;
        this.directory = directory;
    }

    /** What the words of a command ask for. */
    private static final class Wanted {
        private @Nullable String method;
        private @Nullable String url;
        private @Nullable String data;
        private @Nullable String output;
        private final Map<String, String> headers = new LinkedHashMap<>();
    }

    Reply run(List<String> words) {
        Wanted wanted = read(words.subList(1, words.size()).iterator());
        String url = String.valueOf(wanted.url);
        if (!url.startsWith(USUAL + "/")) {
            throw new IllegalArgumentException("not a URL of the usual server: " + url);
        }
        byte[] body = wanted.data == null ? null : wanted.data.getBytes(StandardCharsets.UTF_8);
        if (body != null) {
            wanted.headers.putIfAbsent("Content-Type", "application/x-www-form-urlencoded");
        }
        String method = wanted.method != null ? wanted.method : body == null ? "GET" : "POST";
        Reply reply = client.sendOnce(new Call(method, base, url.substring(USUAL.length()), wanted.headers, body));
        if (wanted.output != null) {
            write(wanted.output, reply.body());
        }
        return reply;
    }

    private Wanted read(Iterator<String> words) {
        Wanted wanted = new Wanted();
        while (words.hasNext()) {
            String word = words.next();
            switch (word) {
                case "-s", "-S", "-sS", "-f", "-i" -> {}
                case "-X", "--request" -> wanted.method = words.next();
                case "-H", "--header" -> header(wanted.headers, words.next());
                case "-d", "--data", "--data-binary" -> wanted.data = data(words.next());
                case "-o", "--output" -> wanted.output = words.next();
                default -> {
                    if (word.startsWith("-") || wanted.url != null) {
                        throw new IllegalArgumentException("this curl does not know " + word);
                    }
                    wanted.url = word;
                }
            }
        }
        return wanted;
    }

    private static void header(Map<String, String> headers, String header) {
        String[] parts = header.split(":", 2);
        headers.put(parts[0], parts[1].strip());
    }

    private String data(String value) {
        try {
            return value.startsWith("@") ? Files.readString(file(value.substring(1))) : value;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that an earlier command wrote, or one of the project. */
    private Path file(String name) {
        Path written = directory.resolve(name);
        return Files.exists(written) ? written : Path.of(name);
    }

    private void write(String file, byte[] body) {
        try {
            Files.write(directory.resolve(file), body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
