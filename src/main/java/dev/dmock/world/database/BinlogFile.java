package dev.dmock.world.database;

/**
 * A file of a binlog.
 *
 * @param end the position behind its last event
 * @param transactionsBefore how many transactions older files hold
 */
public record BinlogFile(String name, long end, long transactionsBefore) {}
