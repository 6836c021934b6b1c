package dev.dmock.world.database;

import dev.dmock.space.Drafts;
import dev.dmock.space.fact.Draft;
import dev.dmock.space.fact.Pace;
import dev.dmock.version.ApiVersion;
import dev.dmock.world.database.model.Role;
import dev.dmock.world.database.model.SourceAddresses;
import java.util.List;

/** Drafts with servers in them. */
public final class Servers {

    public static final String MYSQL = "127.0.0.1:3306";
    static final String TIDB = "127.0.0.1:4000";

    private static final Databases DATABASES = new Databases(ConnectionFaults.NONE, SourceAddresses.NONE);

    private Servers() {}

    /** A MySQL and a TiDB that only root may use, with password 123456; nothing else can be reached. */
    public static Draft listed() {
        Draft draft = Drafts.empty(ApiVersion.V8_1, Pace.INSTANT);
        ServerSetup.reach(draft, false, false);
        ServerSetup.begin(draft, Role.UPSTREAM, MYSQL, "root", "123456").finish();
        ServerSetup.begin(draft, Role.DOWNSTREAM, TIDB, "root", "123456").finish();
        return draft;
    }

    /** A space in which nothing is said about servers. */
    static Draft unlisted() {
        return Drafts.empty(ApiVersion.DOCS, Pace.INSTANT);
    }

    public static DatabaseSession mysql(Draft draft) {
        return DATABASES.connect(draft, Role.UPSTREAM, "127.0.0.1", 3306, "root", "123456");
    }

    public static DatabaseSession tidb(Draft draft) {
        return DATABASES.connect(draft, Role.DOWNSTREAM, "127.0.0.1", 4000, "root", "123456");
    }

    public static void run(DatabaseSession session, String... statements) {
        for (String statement : statements) {
            session.execute("", statement);
        }
    }

    /** The values of a table's rows, each row as one text. */
    static List<String> rows(DatabaseSession session, String table) {
        return session.rows(new dev.dmock.sql.token.TableName("db1", table)).stream()
                .map(row -> String.join(
                        "|", row.values().stream().map(String::valueOf).toList()))
                .toList();
    }
}
