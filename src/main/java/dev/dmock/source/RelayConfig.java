package dev.dmock.source;

import dev.dmock.world.database.model.BinlogPosition;
import dev.dmock.world.database.model.GtidText;
import java.util.Optional;

/**
 * The settings for pulling a source's relay log.
 *
 * @param enabled whether the worker that holds the source pulls it (v8; workers that were named pull without this)
 * @param binlogName the file to start from; empty for the default
 * @param binlogGtid the GTID set to start from; empty for the default
 * @param dir the directory on the workers
 */
public record RelayConfig(boolean enabled, String binlogName, String binlogGtid, String dir) {

    public static final String DEFAULT_DIR = "relay-dir";
    public static final RelayConfig DEFAULT = new RelayConfig(false, "", "", DEFAULT_DIR);

    /** Returns why workers cannot read these settings; empty if they can. */
    Optional<String> problem() {
        if (!binlogName.isEmpty() && !BinlogPosition.isFileName(binlogName)) {
            return Optional.of("invalid binlog name " + binlogName);
        }
        return GtidText.problem(binlogGtid);
    }

    RelayConfig withEnabled(boolean now) {
        return new RelayConfig(now, binlogName, binlogGtid, dir);
    }
}
