package dev.dmock.world.database.model;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.dmock.space.fact.Key;
import dev.dmock.space.fact.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One transaction in a server's binlog: a statement, or the row changes of one table.
 *
 * @param sequence the number of the transaction on the server, from 1, over all files
 * @param start the start of its first event
 * @param end the end of its last event
 * @param gtid its GTID, "" with GTID mode off
 * @param at the commit time
 * @param schema the schema of the rows' table, or the session's schema of the statement
 * @param table the rows' table; "" for a statement
 * @param statement the original statement; null for row changes
 * @param columns the columns of the images
 * @param changes the row images; empty for a statement
 * @param partial whether the images sent to readers lack columns (binlog_row_image)
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

    /** Pads a sequence number so that text order equals numeric order. */
    public static String padded(long sequence) {
        return String.format(Locale.ROOT, "%019d", sequence);
    }

    @JsonIgnore
    public BinlogPosition startPosition() {
        return new BinlogPosition(file, start);
    }

    /** Returns the position after the GTID event, if one exists: there DM reads the statement or BEGIN. */
    @JsonIgnore
    public BinlogPosition bodyPosition() {
        return new BinlogPosition(file, start + (gtid.isEmpty() ? 0 : EventSizes.GTID));
    }

    @JsonIgnore
    public BinlogPosition endPosition() {
        return new BinlogPosition(file, end);
    }
}
