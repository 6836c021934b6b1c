package dev.dmock.task.config;

/** Where in the binlog a subtask starts; what was not given is empty, or 0. */
public record BinlogStart(String file, long position, String gtid) {}
