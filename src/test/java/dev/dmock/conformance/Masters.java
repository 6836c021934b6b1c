package dev.dmock.conformance;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the masters really are. Cases name master N by its usual address, 127.0.0.1 port 8161 + 100·N; a test server has other ports.
 *
 * @param bases one base address for each master, in order; a single one stands for all of them
 */
public record Masters(List<String> bases) {

    private static final Pattern USUAL = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)");
    private static final int PORT_OF_MASTER_ZERO = 8161;
    private static final int PORTS_APART = 100;

    public Masters {
        bases = List.copyOf(bases);
        if (bases.isEmpty()) {
            throw new IllegalArgumentException("no master");
        }
    }

    /** The masters of a server on this machine that gives each its own port. */
    public static Masters onPorts(List<Integer> ports) {
        return new Masters(
                ports.stream().map(port -> "http://127.0.0.1:" + port).toList());
    }

    /** The first master: the server on the command line of a recording. */
    public String first() {
        return bases.get(0);
    }

    /** The text with each usual address of a master replaced by where that master is. */
    public String locate(String text) {
        return USUAL.matcher(text)
                .replaceAll(address -> Matcher.quoteReplacement(base(address.group(), port(address.group(1)))));
    }

    private String base(String usual, int port) {
        int offset = port - PORT_OF_MASTER_ZERO;
        int number = offset / PORTS_APART;
        if (offset % PORTS_APART != 0 || number < 1) {
            return usual;
        }
        return number <= bases.size() ? bases.get(number - 1) : first();
    }

    private static int port(String digits) {
        return Integer.parseInt(digits);
    }
}
