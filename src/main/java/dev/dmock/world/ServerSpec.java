package dev.dmock.world;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A server in the world document.
 *
 * @param user the account that has all privileges; null lets anybody in with all privileges
 * @param variables global variables that differ from the defaults
 * @param users further accounts, by name
 * @param databases the text of each table or view, by schema and name
 * @param sql executed after the tables are made and before the binlog starts
 * @param binlog where the binlog stands, if not in an empty first file
 * @param rows how many rows each table has then, by schema and name, where that is said
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

    /** Where a binlog stands: the last file and the position in it, and how many transactions there were so far. */
    public record BinlogSpec(String file, long position, long transactions) {}
}
