package dev.dmock.world.database.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One transaction in a server's binlog: a statement, or the changes of rows of one table.
 *
 * @param sequence counts the transactions of the server from 1, over all files
 * @param start where its first event begins
 * @param end behind its last event
 * @param gtid its GTID, "" with GTID mode off
 * @param at when it was committed
 * @param schema the schema of the rows' table, or the session's schema of the statement
 * @param table the rows' table; "" for a statement
 * @param statement the statement as it was written; null for changes of rows
 * @param columns the columns of the images
 * @param changes the rows' images; empty for a statement
 * @param partial whether columns are missing in the images that a reader gets (binlog_row_image)
 */
public record BinlogEvent(
        String address,
        long sequence,
        String file,
        long start,
        long end,
        String gtid,
        Instant at,
        String schema,
        String table,
        @Nullable String statement,
        List<String> columns,
        List<RowChange> changes,
        boolean partial) {

    public static final Kind<BinlogEvent> KIND =
            Kind.of("binlogEvent", BinlogEvent.class, e -> Key.of(e.address, padded(e.sequence)));

    /** A sequence number whose order as text is that of numbers. */
    public static String padded(long sequence) {
        return String.format(Locale.ROOT, "%019d", sequence);
    }

    @JsonIgnore
    public BinlogPosition startPosition() {
        return new BinlogPosition(file, start);
    }

    /** Behind the event of the GTID, if there is one: where DM sees the statement or BEGIN. */
    @JsonIgnore
    public BinlogPosition bodyPosition() {
        return new BinlogPosition(file, start + (gtid.isEmpty() ? 0 : EventSizes.GTID));
    }

    @JsonIgnore
    public BinlogPosition endPosition() {
        return new BinlogPosition(file, end);
    }
}
