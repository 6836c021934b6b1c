package dev.dmock.world;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A server in the world document.
 *
 * @param user the account with all privileges; null accepts any account with all privileges
 * @param variables global variables that differ from the defaults
 * @param users further accounts, by name
 * @param databases the CREATE statement of each table or view, by schema and name
 * @param sql statements executed after the tables are created and before the binlog starts
 * @param binlog the start position of the binlog; null for an empty first file
 * @param rows the expected number of rows of each table, by schema and name; optional
 */
public record ServerSpec(
        String address,
        @Nullable String user,
        String password,
        Map<String, String> variables,
        Map<String, User> users,
        Map<String, Map<String, String>> databases,
        List<String> sql,
        @Nullable BinlogSpec binlog,
        Map<String, Map<String, Long>> rows) {

    /** A further account: grants are written as after GRANT, {@code SELECT ON db1.*}. */
    public record User(String password, List<String> grants) {}

    /** The position of a binlog: its last file, the position in it, and the number of transactions written so far. */
    public record BinlogSpec(String file, long position, long transactions) {}
}
