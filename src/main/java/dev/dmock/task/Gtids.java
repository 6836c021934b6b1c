package dev.dmock.task;

/** GTID sets of one server that has written without a gap: {@code uuid:1-n}. */
final class Gtids {

    private Gtids() {}

    /** The set that ends with a transaction of this GTID; "" without GTID mode. */
    static String upTo(String gtid) {
        int colon = gtid.lastIndexOf(':');
        if (colon < 0 || gtid.endsWith(":1")) {
            return gtid;
        }
        return gtid.substring(0, colon) + ":1-" + gtid.substring(colon + 1);
    }
}
