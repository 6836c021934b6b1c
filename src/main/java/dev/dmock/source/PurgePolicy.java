package dev.dmock.source;

/**
 * When relay log is removed.
 *
 * @param interval seconds between looks
 * @param expires hours after which a file that is not in use is removed; 0 for never
 * @param remainSpace GiB on disk below which files are removed
 */
public record PurgePolicy(long interval, long expires, long remainSpace) {

    public static final PurgePolicy DEFAULT = new PurgePolicy(3600, 0, 15);
}
