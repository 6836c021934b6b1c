package dev.dmock.world.database.model;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A position in a binlog. */
public record BinlogPosition(String file, long position) implements Comparable<BinlogPosition> {

    private static final Pattern FILE_NAME = Pattern.compile("[^.]*\\.\\+?0*([0-9]{1,19})");

    /** Returns whether DM accepts a binlog file name: one dot, followed by a nonzero 64-bit number. */
    public static boolean isFileName(String text) {
        Matcher name = FILE_NAME.matcher(text);
        if (!name.matches()) {
            return false;
        }
        BigInteger number = new BigInteger(name.group(1));
        return number.signum() > 0 && number.bitLength() < Long.SIZE;
    }

    @Override
    public int compareTo(BinlogPosition other) {
        int byFile = file.compareTo(other.file);
        return byFile != 0 ? byFile : Long.compare(position, other.position);
    }

    /** Formats the position like DM: {@code (mysql-bin.000001, 154)}. */
    @Override
    public String toString() {
        return "(" + file + ", " + position + ")";
    }
}
