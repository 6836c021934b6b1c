package dev.dmock.sql.model;

import dev.dmock.sql.token.DatabaseError;

/** The partition errors of MySQL 5.6 and TiDB, with the messages that both share. */
public final class PartitionErrors {

    private static final String GENERAL = "HY000";

    private PartitionErrors() {}

    public static DatabaseError notPartitioned() {
        return new DatabaseError(1505, GENERAL, "Partition management on a not partitioned table is not possible");
    }

    public static DatabaseError undefined(Partitioning.Method method) {
        return new DatabaseError(1492, GENERAL, "For " + method + " partitions each partition must be defined");
    }

    public static DatabaseError onlyRangeOrList(String verb) {
        return new DatabaseError(1512, GENERAL, verb + " PARTITION can only be used on RANGE/LIST partitions");
    }

    public static DatabaseError onlyHashOrKey() {
        return new DatabaseError(1509, GENERAL, "COALESCE PARTITION can only be used on HASH/KEY partitions");
    }

    public static DatabaseError notListed(String verb) {
        return new DatabaseError(1507, GENERAL, "Error in list of partitions to " + verb);
    }

    public static DatabaseError lastPartition() {
        return new DatabaseError(1508, GENERAL, "Cannot remove all partitions, use DROP TABLE instead");
    }

    public static DatabaseError duplicateName(String name) {
        return new DatabaseError(1517, GENERAL, "Duplicate partition name " + name);
    }

    public static DatabaseError notIncreasing() {
        return new DatabaseError(
                1493, GENERAL, "VALUES LESS THAN value must be strictly increasing for each partition");
    }

    public static DatabaseError behindMaxvalue() {
        return new DatabaseError(1481, GENERAL, "MAXVALUE can only be used in last partition definition");
    }

    public static DatabaseError duplicateValue() {
        return new DatabaseError(1495, GENERAL, "Multiple definition of same constant in list partitioning");
    }

    public static DatabaseError unknown(String name, String table) {
        return new DatabaseError(1735, GENERAL, "Unknown partition '" + name + "' in table '" + table + "'");
    }

    public static DatabaseError keyLacksColumn(String key) {
        return new DatabaseError(
                1503, GENERAL, "A " + key + " must include all columns in the table's partitioning function");
    }

    /** @param value the value of the expression; MySQL omits it for partitioning by columns */
    public static DatabaseError noneForValue(String value) {
        return new DatabaseError(1526, GENERAL, "Table has no partition for value " + value);
    }
}
