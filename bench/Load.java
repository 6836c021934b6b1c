import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What wrk says of a load.
 *
 * @param rate requests a second
 * @param p50 how long half of them took at most, in milliseconds
 * @param p99 how long all but one in a hundred took at most
 * @param cpu time of processors that the server spent on one, in microseconds
 */
record Load(double rate, double p50, double p99, double cpu) {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern COUNT = Pattern.compile("(\\d+) requests in ");
    private static final Pattern P50 = Pattern.compile("50%\\s+([\\d.]+)(us|ms|s|m)\\b");
    private static final Pattern P99 = Pattern.compile("99%\\s+([\\d.]+)(us|ms|s|m)\\b");
    private static final Pattern WRONG = Pattern.compile("(Non-2xx or 3xx responses: (\\d+)|Socket errors: .*)");

    /** wrk looks at the first request of a script without sending it, so that each thread may begin with the second step. */
    private static final int SOME_WRONG = 8;

    /** How many connections a load has, and whether each has a thread of its own, as scripts of several steps want it. */
    enum Shape {
        MANY("-t1", "-c16"),
        STEPS("-t4", "-c4"),
        ONE("-t1", "-c1");

        private final List<String> options;

        Shape(String... options) {
            this.options = List.of(options);
        }
    }

    /** Puts a load on a server: gets a path, or does what a script says. */
    static Load on(Server server, String path, Optional<String> script, Shape shape, int seconds) throws IOException {
        List<String> command = new ArrayList<>(List.of("wrk", "--latency", "-d" + seconds + "s"));
        command.addAll(shape.options);
        script.ifPresent(file -> command.addAll(List.of("-s", file)));
        command.add(server.base() + path);
        double before = server.cpu();
        Process wrk = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        double spent = server.cpu() - before;
        Matcher wrong = WRONG.matcher(said);
        if (wrong.find() && (wrong.group(2) == null || Integer.parseInt(wrong.group(2)) > SOME_WRONG)) {
            System.err.println("  not right at " + path + ": " + wrong.group(1));
        }
        double count = number(COUNT, said);
        return new Load(number(RATE, said), millis(P50, said), millis(P99, said), spent * 1e6 / Math.max(1, count));
    }

    private static double number(Pattern pattern, String said) throws IOException {
        Matcher found = pattern.matcher(said);
        if (!found.find()) {
            throw new IOException("wrk said something else than expected: " + said);
        }
        return Double.parseDouble(found.group(1));
    }

    private static double millis(Pattern pattern, String said) throws IOException {
        double number = number(pattern, said);
        Matcher found = pattern.matcher(said);
        return !found.find()
                ? number
                : switch (found.group(2)) {
                    case "us" -> number / 1000;
                    case "ms" -> number;
                    case "s" -> number * 1000;
                    default -> number * 60_000;
                };
    }
}
