package dev.dmock.source;

/**
 * How a source's relay log is pulled.
 *
 * @param enabled whether whichever worker holds the source pulls it (v8; workers that were named do so without this)
 * @param binlogName the file to start from; empty for the default
 * @param binlogGtid the GTID set to start from; empty for the default
 * @param dir where workers keep it
 */
public record RelayConfig(boolean enabled, String binlogName, String binlogGtid, String dir) {

    public static final String DEFAULT_DIR = "relay-dir";
    public static final RelayConfig DEFAULT = new RelayConfig(false, "", "", DEFAULT_DIR);

    RelayConfig withEnabled(boolean now) {
        return new RelayConfig(now, binlogName, binlogGtid, dir);
    }
}
