package dev.dmock.journal;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much is kept; the oldest calls go first.
 *
 * @param entries How many calls of a space the journal keeps.
 * @param size How much of a space the journal keeps in all.
 * @param total How much of all spaces; without it 64 MB or an eighth of the memory, whichever is less. Spaces that were not
 *     used for longest lose theirs.
 */
@ConfigurationProperties("dmock.journal")
record JournalLimits(
        @DefaultValue("1000") int entries,
        @DefaultValue("4MB") DataSize size,
        @Nullable DataSize total) {

    private static final DataSize MAX_DEFAULT_TOTAL = DataSize.ofMegabytes(64);
    private static final int SHARE = 8;

    JournalLimits {
        if (entries < 1) {
            throw new IllegalArgumentException("dmock.journal.entries: has to be 1 at least");
        }
    }

    /** Returns the limit for all spaces in bytes. */
    long bytesInAll() {
        long share = Runtime.getRuntime().maxMemory() / SHARE;
        return total != null ? total.toBytes() : Math.min(MAX_DEFAULT_TOTAL.toBytes(), share);
    }
}
