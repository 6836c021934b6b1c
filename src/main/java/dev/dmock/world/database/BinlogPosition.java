package dev.dmock.world.database;

/** A place in a binlog. */
public record BinlogPosition(String file, long position) implements Comparable<BinlogPosition> {

    @Override
    public int compareTo(BinlogPosition other) {
        int byFile = file.compareTo(other.file);
        return byFile != 0 ? byFile : Long.compare(position, other.position);
    }

    /** As DM shows it: {@code (mysql-bin.000001, 154)}. */
    @Override
    public String toString() {
        return "(" + file + ", " + position + ")";
    }
}
