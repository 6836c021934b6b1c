package dev.dmock.source;

import dev.dmock.error.DmCode;
import dev.dmock.error.DmError;
import dev.dmock.error.DmException;
import dev.dmock.space.fact.Draft;
import dev.dmock.sql.token.DatabaseException;
import dev.dmock.version.Trait;
import dev.dmock.world.database.DatabaseSession;
import dev.dmock.world.database.Databases;
import dev.dmock.world.database.model.BinlogPosition;
import dev.dmock.world.database.model.GtidText;
import dev.dmock.world.database.model.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.stereotype.Component;

/** Checks that DM-master applies to a source, in its order, and its connections to the upstream. */
@Component
public class SourceChecks {

    private static final int MAX_NAME_LENGTH = 32;
    private static final String ON = "ON";

    private final Databases databases;

    SourceChecks(Databases databases) {
        this.databases = databases;
    }

    /**
     * Checks a source that is created or replaced.
     *
     * @throws DmException 11112 for TLS material, 10001 for the connection, 11010 for the flavor, 26007 for the GTID
     *     mode, 40005 and 40006 for the name, 40007 and code 0 for the relay's start position
     */
    void check(Draft draft, Source source) {
        TlsChecks.check(draft, source.security());
        DatabaseSession session = connect(draft, source);
        if (!List.of(Source.MYSQL, Source.MARIADB).contains(source.flavor())) {
            throw DmError.of(DmCode.NOT_SUPPORTED_FLAVOR, source.flavor()).asException();
        }
        if (draft.has(Trait.SOURCES_LIST_REPLICAS)) {
            listReplicas(draft, session);
        }
        String gtidMode = session.variable("gtid_mode");
        if (source.enableGtid() && !source.flavor().equals(Source.MARIADB) && !gtidMode.equals(ON)) {
            throw DmError.of(DmCode.SOURCE_CHECK_GTID, source.name(), gtidMode).asException();
        }
        if (source.name().isEmpty()) {
            throw DmError.of(DmCode.WORKER_NEED_SOURCE_ID).asException();
        }
        if (source.name().getBytes(StandardCharsets.UTF_8).length > MAX_NAME_LENGTH) {
            throw DmError.of(DmCode.WORKER_TOO_LONG_SOURCE_ID, source.name(), MAX_NAME_LENGTH)
                    .asException();
        }
        checkRelay(source);
    }

    /**
     * Validates the form of the relay's start position; whether it exists upstream is checked when the relay starts.
     */
    private static void checkRelay(Source source) {
        String name = source.relay().binlogName();
        if (!name.isEmpty() && !BinlogPosition.isFileName(name)) {
            throw DmError.of(DmCode.WORKER_RELAY_BINLOG_NAME, name).asException();
        }
        String gtids = source.relay().binlogGtid();
        if (source.flavor().equals(Source.MYSQL)) {
            GtidText.problem(gtids).ifPresent(problem -> {
                throw DmError.plain("relay-binlog-gtid " + gtids + ": " + problem)
                        .asException();
            });
        }
    }

    private static void listReplicas(Draft draft, DatabaseSession session) {
        try {
            session.requireReplicas();
        } catch (DatabaseException e) {
            throw driverError(draft, e).withScope("upstream").asException();
        }
    }

    /**
     * Connects to a source's upstream with its account.
     *
     * @throws DmException 10001 with the driver's text
     */
    public DatabaseSession connect(Draft draft, Source source) {
        try {
            if (TlsChecks.wanted(draft, source.security())) {
                databases.beginTls(draft, Role.UPSTREAM, source.host(), source.port());
            }
            return databases.connect(
                    draft, Role.UPSTREAM, source.host(), source.port(), source.user(), source.password());
        } catch (DatabaseException e) {
            DmError error = driverError(draft, e);
            throw (draft.has(Trait.SQL_STATES) ? error.withScope("upstream") : error).asException();
        }
    }

    private static DmError driverError(Draft draft, DatabaseException e) {
        return DmError.of(DmCode.DB_DRIVER_ERROR)
                .causedBy(e.error().text(draft.settings().api().generation()));
    }
}
