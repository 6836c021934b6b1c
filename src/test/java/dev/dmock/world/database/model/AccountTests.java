package dev.dmock.world.database.model;

import static dev.dmock.world.database.Servers.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dmock.space.fact.Draft;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.version.Generation;
import dev.dmock.world.database.ConnectionFaults;
import dev.dmock.world.database.DatabaseSession;
import dev.dmock.world.database.Databases;
import dev.dmock.world.database.Servers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountTests {

    private final Databases databases = new Databases(ConnectionFaults.NONE, SourceAddresses.NONE);
    private final Draft draft = Servers.listed();
    private final DatabaseSession root = Servers.mysql(draft);

    private DatabaseSession as(String user, String password) {
        return databases.connect(draft, Role.UPSTREAM, "127.0.0.1", 3306, user, password);
    }

    @Test
    void anAccountIsMadeChangedAndDropped() {
        run(root, "CREATE USER 'dm1'@'%' IDENTIFIED BY 'one'", "GRANT ALL ON *.* TO 'dm1'@'%'");
        assertThat(as("dm1", "one").account().grants().global("RELOAD")).isTrue();
        run(root, "SET PASSWORD FOR 'dm1'@'%' = PASSWORD('two')");
        assertThatThrownBy(() -> as("dm1", "one")).isInstanceOf(DatabaseException.class);
        as("dm1", "two");
        run(root, "ALTER USER dm1 IDENTIFIED BY 'three'");
        as("dm1", "three");
        run(root, "DROP USER 'dm1'@'%'");
        assertThatThrownBy(() -> as("dm1", "three")).isInstanceOf(DatabaseException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT ON *.*                     | SELECT | true | true | true",
                "SELECT ON db1.*                   | SELECT | false | true | true",
                "SELECT, INSERT ON `db1`.`t`       | INSERT | false | false | true",
                "SELECT ON db1.other               | SELECT | false | false | false",
                "ALL ON db1.*                      | DELETE | false | true | true",
                "ALL PRIVILEGES ON *.* WITH GRANT OPTION | SUPER | true | true | true",
                "replication slave, Replication Client ON *.* | REPLICATION CLIENT | true | true | true",
                "USAGE ON *.*                      | SELECT | false | false | false",
                "SELECT ON `db%`.*                 | SELECT | false | true | true",
            })
    void privilegesAreHeldOnTheirLevelAndBelow(
            String grant, String privilege, boolean global, boolean schema, boolean table) {
        run(root, "CREATE USER u", "GRANT " + grant.replace(" WITH GRANT OPTION", "") + " TO u");
        Grants grants = as("u", "").account().grants();
        assertThat(grants.global(privilege)).isEqualTo(global);
        assertThat(grants.onSchema(privilege, "db1")).isEqualTo(schema);
        assertThat(grants.onTable(privilege, "db1", "t")).isEqualTo(table);
    }

    @Test
    void grantsOnOneLevelAddUpAndAreTakenAway() {
        run(root, "CREATE USER u", "GRANT SELECT ON db1.* TO u", "GRANT INSERT, UPDATE ON db1.* TO u");
        assertThat(as("u", "").account().grants().list())
                .extracting(Grants.Grant::text)
                .containsExactly("INSERT, SELECT, UPDATE ON db1.*");
        run(root, "REVOKE SELECT, UPDATE ON db1.* FROM u");
        assertThat(as("u", "").account().grants().list())
                .extracting(Grants.Grant::text)
                .containsExactly("INSERT ON db1.*");
        run(root, "REVOKE ALL PRIVILEGES, GRANT OPTION FROM u");
        assertThat(as("u", "").account().grants()).isEqualTo(Grants.NONE);
        run(root, "GRANT ALL ON *.* TO u", "REVOKE SUPER ON *.* FROM u");
        assertThat(as("u", "").account().grants().global("SUPER")).isFalse();
        assertThat(as("u", "").account().grants().global("RELOAD")).isTrue();
    }

    @Test
    void aGrantWithAPasswordMakesTheAccount() {
        run(root, "GRANT SELECT ON *.* TO 'new'@'%' IDENTIFIED BY 'x' WITH GRANT OPTION");
        assertThat(as("new", "x").account().grants().list())
                .extracting(Grants.Grant::text)
                .containsExactly("SELECT ON *.* WITH GRANT OPTION");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREATE DATABASE x | 1044 (42000): Access denied for user 'u'@'%' to database 'x'",
                "INSERT INTO db1.t VALUES (1) | 1142 (42000): INSERT command denied to user 'u'@'localhost' for table 't'",
                "DROP TABLE db1.t | 1142 (42000): DROP command denied to user 'u'@'localhost' for table 't'",
                "FLUSH LOGS | 1227 (42000): Access denied; you need (at least one of) the RELOAD privilege(s) for this operation",
                "CREATE USER y | 1227 (42000): Access denied; you need (at least one of) the CREATE USER, SUPER privilege(s) for this operation",
            })
    void whatAnAccountMayNotDoIsRefused(String sql, String text) {
        run(root, "CREATE DATABASE db1", "CREATE TABLE db1.t (id INT)", "CREATE USER u", "GRANT SELECT ON db1.* TO u");
        DatabaseSession session = as("u", "");
        assertThatThrownBy(() -> session.execute("", sql))
                .isInstanceOfSatisfying(
                        DatabaseException.class,
                        e -> assertThat(e.error().text(Generation.V8)).isEqualTo("Error " + text));
    }

    @Test
    void replicationNeedsItsPrivilege() {
        run(root, "CREATE USER u", "GRANT SELECT ON *.* TO u");
        assertThatThrownBy(() -> as("u", "").requireGlobal("REPLICATION SLAVE"))
                .isInstanceOfSatisfying(
                        DatabaseException.class,
                        e -> assertThat(e.error().text(Generation.V5))
                                .isEqualTo("Error 1227: Access denied; you need (at least one of) the REPLICATION SLAVE"
                                        + " privilege(s) for this operation"));
    }

    @Test
    void anAccountSeesOnlyItsSchemas() {
        run(root, "CREATE DATABASE db1", "CREATE DATABASE db2", "CREATE USER u", "GRANT SELECT ON db1.* TO u");
        assertThat(as("u", "").schemaNames()).isEqualTo(List.of("information_schema", "db1"));
        assertThatThrownBy(() -> as("u", "").tableNames("db2"))
                .hasMessageContaining("Access denied for user 'u'@'%' to database 'db2'");
    }

    @Test
    void theAdministratorStays() {
        assertThatThrownBy(() -> run(root, "DROP USER root")).isInstanceOf(DatabaseException.class);
        assertThatThrownBy(() -> run(root, "REVOKE SELECT ON *.* FROM root")).isInstanceOf(DatabaseException.class);
        run(root, "SET PASSWORD FOR root = PASSWORD('new')");
        as("root", "new");
    }
}
