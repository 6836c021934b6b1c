package dev.dmock.world.database.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The state of a server's binlog.
 *
 * @param files the existing files, oldest first
 * @param transactions the number of transactions ever written: the executed GTID set is 1 to this
 * @param purged how many of them are in purged files
 * @param sequence the number of events ever written, with or without GTIDs
 */
public record Binlog(List<BinlogFile> files, long transactions, long purged, long sequence) {

    /** An empty first file, with a format description and an empty set of previous GTIDs. */
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

    /** Returns whether the file name is valid. */
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

    /** Returns the position of SHOW MASTER STATUS. */
    public BinlogPosition position() {
        return new BinlogPosition(last().name(), last().end());
    }

    /**
     * Returns the binlog with bytes appended.
     *
     * @param gtid whether a transaction with a GTID starts in them
     */
    public Binlog grown(long bytes, boolean gtid) {
        List<BinlogFile> all = new ArrayList<>(files);
        BinlogFile last = last();
        all.set(
                all.size() - 1,
                new BinlogFile(last.name(), last.end() + bytes, last.transactionsBefore(), last.began()));
        return new Binlog(List.copyOf(all), transactions + (gtid ? 1 : 0), purged, sequence + 1);
    }

    /** Returns the binlog with a new file, after a rotate event at the end of the old one. */
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

    /** Returns the binlog extended to at least this file and position, in the order of names. */
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

    /** Returns the binlog after at least this number of transactions; those not in its files count as purged. */
    public Binlog after(long executed) {
        return executed <= transactions
                ? this
                : new Binlog(files, executed, executed - (transactions - purged), sequence);
    }

    public boolean has(String file) {
        return files.stream().anyMatch(f -> f.name().equals(file));
    }

    /** Returns the binlog without the files before this one. */
    public Binlog purgedTo(String file) {
        List<BinlogFile> left =
                files.stream().filter(f -> f.name().compareTo(file) >= 0).toList();
        return new Binlog(left, transactions, left.get(0).transactionsBefore(), sequence);
    }
}
