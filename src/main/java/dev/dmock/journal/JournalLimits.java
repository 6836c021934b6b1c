package dev.dmock.journal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much is kept, as properties {@code dmock.journal.*}; the oldest calls go first.
 *
 * @param entries how many calls of a space
 * @param size how much of a space in all
 * @param total how much of all spaces; those that were not used for longest lose theirs
 */
@ConfigurationProperties("dmock.journal")
record JournalLimits(
        @DefaultValue("1000") int entries,
        @DefaultValue("4MB") DataSize size,
        @DefaultValue("64MB") DataSize total) {

    JournalLimits {
        if (entries < 1) {
            throw new IllegalArgumentException("dmock.journal.entries: has to be 1 at least");
        }
    }
}
