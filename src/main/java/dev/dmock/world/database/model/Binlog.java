package dev.dmock.world.database.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far a server's binlog is.
 *
 * @param files those that are there, oldest first
 * @param transactions how many were written in all: the executed GTID set is 1 to this
 * @param purged how many of them are in files that are gone
 * @param sequence how many events were written in all, with GTIDs or without
 */
public record Binlog(List<BinlogFile> files, long transactions, long purged, long sequence) {

    /** An empty first file: its description and an empty set of previous GTIDs. */
    public static final Binlog EMPTY = new Binlog(List.of(new BinlogFile(name(1), emptyEnd(0), 0, null)), 0, 0, 0);

    private static final String BASE = "mysql-bin.";
    private static final Pattern FILE_NAME = Pattern.compile("([^.\\s]+\\.)(\\d{6})");
    private static final int DESCRIPTION = 120;
    private static final int NO_GTIDS = 31;
    private static final int ONE_GTID_RANGE = 71;
    private static final int ROTATION = 31;

    public static Binlog at(String file, long position, long transactions) {
        return new Binlog(
                List.of(new BinlogFile(file, position, transactions, null)), transactions, transactions, transactions);
    }

    static String name(int number) {
        return name(BASE, number);
    }

    private static String name(String base, int number) {
        return base + String.format(Locale.ROOT, "%06d", number);
    }

    /** Whether a file can have this name. */
    public static boolean isFileName(String text) {
        return FILE_NAME.matcher(text).matches();
    }

    private static String nameAfter(String file) {
        Matcher name = FILE_NAME.matcher(file);
        if (!name.matches()) {
            throw new IllegalArgumentException(file);
        }
        return name(name.group(1), Integer.parseInt(name.group(2)) + 1);
    }

    private static long emptyEnd(long transactionsBefore) {
        return (long) DESCRIPTION + (transactionsBefore == 0 ? NO_GTIDS : ONE_GTID_RANGE);
    }

    private BinlogFile last() {
        return files.get(files.size() - 1);
    }

    /** What SHOW MASTER STATUS gives. */
    public BinlogPosition position() {
        return new BinlogPosition(last().name(), last().end());
    }

    /**
     * With so many bytes more at the end.
     *
     * @param gtid whether a transaction with a GTID begins in them
     */
    public Binlog grown(long bytes, boolean gtid) {
        List<BinlogFile> all = new ArrayList<>(files);
        BinlogFile last = last();
        all.set(
                all.size() - 1,
                new BinlogFile(last.name(), last.end() + bytes, last.transactionsBefore(), last.began()));
        return new Binlog(List.copyOf(all), transactions + (gtid ? 1 : 0), purged, sequence + 1);
    }

    /** With a new file, which the old one points to at its end. */
    public Binlog rotated(Instant now) {
        BinlogFile last = last();
        String next = nameAfter(last.name());
        List<BinlogFile> all = new ArrayList<>(files);
        all.set(
                all.size() - 1,
                new BinlogFile(
                        last.name(), last.end() + ROTATION + next.length(), last.transactionsBefore(), last.began()));
        all.add(new BinlogFile(next, emptyEnd(transactions), transactions, now));
        return new Binlog(List.copyOf(all), transactions, purged, sequence);
    }

    /** With a file of this name that reaches a position at least, in the order of names. */
    public Binlog having(String name, long position) {
        List<BinlogFile> all = new ArrayList<>();
        boolean there = false;
        for (BinlogFile file : files) {
            int order = file.name().compareTo(name);
            if (order > 0 && !there) {
                long before = file.transactionsBefore();
                all.add(new BinlogFile(name, Math.max(position, emptyEnd(before)), before, null));
                there = true;
            }
            all.add(
                    order == 0
                            ? new BinlogFile(
                                    name, Math.max(position, file.end()), file.transactionsBefore(), file.began())
                            : file);
            there |= order == 0;
        }
        if (!there) {
            all.add(new BinlogFile(name, Math.max(position, emptyEnd(transactions)), transactions, null));
        }
        return new Binlog(List.copyOf(all), transactions, purged, sequence);
    }

    /** After so many transactions at least, of which those that are not in the files are purged. */
    public Binlog after(long executed) {
        return executed <= transactions
                ? this
                : new Binlog(files, executed, executed - (transactions - purged), sequence);
    }

    public boolean has(String file) {
        return files.stream().anyMatch(f -> f.name().equals(file));
    }

    /** Without the files before this one. */
    public Binlog purgedTo(String file) {
        List<BinlogFile> left =
                files.stream().filter(f -> f.name().compareTo(file) >= 0).toList();
        return new Binlog(left, transactions, left.get(0).transactionsBefore(), sequence);
    }
}
