package dev.dmock.task.config;

/**
 * Settings of the load unit, defaults filled in.
 *
 * @param dir where dump files are kept, without what DM appends to it
 * @param sortingDir empty for a task that loads nothing
 * @param diskQuota in bytes
 */
public record LoadSettings(
        long poolSize,
        String dir,
        String sortingDir,
        String importMode,
        String onDuplicateLogical,
        String onDuplicatePhysical,
        long diskQuota,
        String checksum,
        String analyze,
        long rangeConcurrency,
        String compressKvPairs,
        String pdAddr) {

    /** Whether files are ingested into TiKV, instead of rows being inserted by SQL. */
    public boolean isPhysical() {
        return importMode.equals("physical");
    }

    static final LoadSettings DEFAULT = new LoadSettings(
            16, "./dumped_data", "", "logical", "replace", "none", 0, "required", "optional", 0, "", "");
}
