package dev.dmock.source;

/**
 * The policy for purging relay log.
 *
 * @param interval the check interval in seconds
 * @param expires the hours after which an unused file is purged; 0 for never
 * @param remainSpace the free disk space in GiB below which files are purged
 */
public record PurgePolicy(long interval, long expires, long remainSpace) {

    public static final PurgePolicy DEFAULT = new PurgePolicy(3600, 0, 15);
}
