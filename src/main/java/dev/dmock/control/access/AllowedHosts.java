package dev.dmock.control.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The host names that requests to the control API may use. DNS rebinding lets a web page point its own host name at
 * this machine, and its requests then carry that name. IP addresses cannot be abused in this way.
 */
final class AllowedHosts {

    private static final Pattern PORT = Pattern.compile(":\\d*$");
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]");
    private static final Set<String> LOOPBACK = Set.of("localhost", "ip6-localhost", "ip6-loopback");

    private final Set<String> others = new HashSet<>();

    /**
     * @param machine the host name of this machine or container
     * @param configured further host names
     */
    AllowedHosts(String machine, List<String> configured) {
        others.add(plain(machine));
        configured.forEach(name -> others.add(plain(name)));
    }

    /** Reads the machine's name without a DNS lookup, which could use the network. */
    static AllowedHosts ofThisMachine(List<String> configured) {
        String name = System.getenv().getOrDefault("HOSTNAME", "");
        return new AllowedHosts(name.isBlank() ? fromFile() : name, configured);
    }

    private static String fromFile() {
        try {
            return Files.readString(Path.of("/etc/hostname"));
        } catch (IOException nameless) {
            return "localhost";
        }
    }

    /** Returns whether a Host header, with or without a port, names this server. */
    boolean allow(String host) {
        String name = plain(PORT.matcher(host.strip()).replaceFirst(""));
        return ADDRESS.matcher(name).matches()
                || LOOPBACK.contains(name)
                || name.endsWith(".localhost")
                || others.contains(name);
    }

    private static String plain(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }
}
