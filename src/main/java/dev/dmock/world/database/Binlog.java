package dev.dmock.world.database;

import java.util.List;

/**
 * How far a server's binlog is.
 *
 * @param files those that are there, oldest first
 * @param transactions how many were written in all: the executed GTID set is 1 to this
 * @param purged how many of them are in files that are gone
 */
public record Binlog(List<BinlogFile> files, long transactions, long purged) {

    /** What SHOW MASTER STATUS gives. */
    public BinlogPosition position() {
        BinlogFile last = files.get(files.size() - 1);
        return new BinlogPosition(last.name(), last.end());
    }
}
