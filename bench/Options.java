import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What was said on the command line. */
final class Options {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    /** The directory of the project. */
    Path root = Path.of(".");

    int rounds = 3;
    int seconds = 10;
    boolean npm = true;

    /** How DMock is started, by a label for it. */
    final Map<String, String> dmock = new LinkedHashMap<>();

    static Options of(String[] arguments) throws IOException {
        Options options = new Options();
        String jar = "";
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--root" -> options.root = Path.of(arguments[++i]);
                case "--jar" -> jar = arguments[++i];
                case "--rounds" -> options.rounds = Integer.parseInt(arguments[++i]);
                case "--seconds" -> options.seconds = Integer.parseInt(arguments[++i]);
                case "--no-npm" -> options.npm = false;
                case "--dmock" -> {
                    String[] parts = arguments[++i].split("=", 2);
                    options.dmock.put("DMock, " + parts[0], parts[1]);
                }
                default -> throw new IllegalArgumentException("what is " + arguments[i] + "?");
            }
        }
        if (options.dmock.isEmpty()) {
            options.dmock.put("DMock, java -jar", "java -jar " + jar);
            options.dmock.put("DMock, flags of the image", "java " + flagsOfImage(options.root) + " -jar " + jar);
        }
        return options;
    }

    /** The flags that the image starts Java with. */
    private static String flagsOfImage(Path root) throws IOException {
        StringBuilder flags = new StringBuilder();
        for (String line : Files.readAllLines(root.resolve("Dockerfile"))) {
            if (line.startsWith("ENTRYPOINT")) {
                Matcher quoted = QUOTED.matcher(line);
                while (quoted.find()) {
                    if (quoted.group(1).startsWith("-X") && !quoted.group(1).contains("AOT")) {
                        flags.append(' ').append(quoted.group(1));
                    }
                }
            }
        }
        return flags.toString().strip();
    }

    Path results() {
        return root.resolve("bench/results");
    }

    String script(String name) {
        return root.resolve("bench/lua/" + name + ".lua").toString();
    }
}
