package dev.dmock.fault;

import static dev.dmock.fault.FaultScope.ADDRESS;
import static dev.dmock.fault.FaultScope.OPERATION;
import static dev.dmock.fault.FaultScope.SOURCE;
import static dev.dmock.fault.FaultScope.TABLE;
import static dev.dmock.fault.FaultScope.TASK;
import static dev.dmock.fault.FaultScope.WORKER;

import dev.dmock.error.DmCode;
import dev.dmock.task.check.model.CheckName;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The fault catalogue. The control API shows the names and texts to clients. */
public enum Fault {
    WORKER_OFFLINE(
            Manner.LASTS,
            "The process of a worker ends, and starts again when the fault is disarmed. At the paces real and manual the"
                    + " master notices when the lease is over; until then the worker's tasks stand still.",
            EnumSet.of(WORKER),
            FaultOutcome.of(
                    List.of(DmCode.OPEN_API_COMMON),
                    List.of(DmCode.MASTER_GRPC_REQUEST_ERROR, DmCode.MASTER_WORKER_ARGS_EXTRACTOR),
                    "worker offline, its source at another worker or at none"),
            FaultParameter.duration("lease", "PT10S", "how long the master does not notice")),
    MASTER_LEADER_CHANGE(
            Manner.HAPPENS,
            "Another master becomes the leader, and stays it.",
            EnumSet.noneOf(FaultScope.class),
            FaultOutcome.none("another master is the leader"),
            FaultParameter.text("to", "", "the new leader; without it the next one that is alive")),
    UPSTREAM_UNREACHABLE(
            Manner.STRIKES,
            "An upstream server cannot be connected to, by masters nor by workers.",
            EnumSet.of(SOURCE, ADDRESS),
            FaultOutcome.of(
                    List.of(DmCode.DB_DRIVER_ERROR, DmCode.TASK_CHECK_FAILED_OPEN_DB, DmCode.DUMP_UNIT_RUNTIME),
                    List.of(DmCode.DB_DRIVER_ERROR, DmCode.TASK_CHECK_FAILED_OPEN_DB, DmCode.DUMP_UNIT_RUNTIME),
                    "Paused")),
    UPSTREAM_ACCESS_DENIED(
            Manner.STRIKES,
            "An upstream server refuses the account or its password.",
            EnumSet.of(SOURCE, ADDRESS),
            FaultOutcome.of(
                    List.of(DmCode.DB_DRIVER_ERROR, DmCode.TASK_CHECK_FAILED_OPEN_DB, DmCode.DUMP_UNIT_RUNTIME),
                    List.of(DmCode.DB_DRIVER_ERROR, DmCode.TASK_CHECK_FAILED_OPEN_DB, DmCode.DUMP_UNIT_RUNTIME),
                    "Paused")),
    DOWNSTREAM_UNREACHABLE(
            Manner.STRIKES,
            "The target of a task cannot be connected to, by masters nor by workers.",
            EnumSet.of(TASK, ADDRESS),
            FaultOutcome.of(
                    List.of(DmCode.DB_DRIVER_ERROR),
                    List.of(DmCode.DB_DRIVER_ERROR, DmCode.LOAD_LIGHTNING_RUNTIME),
                    "Paused")),
    DOWNSTREAM_ACCESS_DENIED(
            Manner.STRIKES,
            "The target of a task refuses the account or its password.",
            EnumSet.of(TASK, ADDRESS),
            FaultOutcome.of(
                    List.of(DmCode.DB_DRIVER_ERROR),
                    List.of(DmCode.DB_DRIVER_ERROR, DmCode.LOAD_LIGHTNING_RUNTIME),
                    "Paused")),
    TOO_MANY_CONNECTIONS(
            Manner.STRIKES,
            "A server has no connection left (error 1040): the upstream of a source, the target of a task, or any.",
            EnumSet.of(SOURCE, TASK, ADDRESS),
            FaultOutcome.of(
                    List.of(DmCode.DB_DRIVER_ERROR, DmCode.TASK_CHECK_FAILED_OPEN_DB, DmCode.DUMP_UNIT_RUNTIME),
                    List.of(
                            DmCode.DB_DRIVER_ERROR,
                            DmCode.TASK_CHECK_FAILED_OPEN_DB,
                            DmCode.DUMP_UNIT_RUNTIME,
                            DmCode.LOAD_LIGHTNING_RUNTIME),
                    "Paused")),
    DISK_FULL(
            Manner.STRIKES,
            "A worker's disk is full: the dump unit cannot write its files at the end of a dump, nor can a relay.",
            EnumSet.of(SOURCE, TASK, WORKER),
            FaultOutcome.of(DmCode.DUMP_UNIT_RUNTIME, "Paused")),
    DUPLICATE_ENTRY_IN_LOAD(
            Manner.STRIKES,
            "The target has a row already that the load unit writes (error 1062).",
            EnumSet.of(SOURCE, TASK, TABLE),
            FaultOutcome.of(List.of(DmCode.DB_EXECUTE_FAILED), List.of(DmCode.LOAD_LIGHTNING_RUNTIME), "Paused")),
    DUPLICATE_ENTRY_IN_SYNC(
            Manner.STRIKES,
            "The target has a row already that the sync unit inserts (error 1062).",
            EnumSet.of(SOURCE, TASK, TABLE),
            FaultOutcome.of(DmCode.DB_EXECUTE_FAILED, "Paused")),
    BINLOG_PURGED(
            Manner.STRIKES,
            "The upstream no longer has the binlog that the sync unit reads next (error 1236).",
            EnumSet.of(SOURCE, TASK),
            FaultOutcome.of(DmCode.SYNCER_GET_EVENT, "Paused")),
    GTID_MISMATCH(
            Manner.STRIKES,
            "The upstream lacks transactions that the sync unit has had (error 1236); only for sources with GTID.",
            EnumSet.of(SOURCE, TASK),
            FaultOutcome.of(DmCode.SYNCER_GET_EVENT, "Paused")),
    UNSUPPORTED_DDL(
            Manner.STRIKES,
            "The target cannot execute the next DDL (TiDB's error 8200).",
            EnumSet.of(SOURCE, TASK, TABLE),
            FaultOutcome.of(
                    List.of(DmCode.SCHEMA_TRACKER_CANNOT_EXEC_DDL), List.of(DmCode.DB_EXECUTE_FAILED), "Paused"),
            FaultParameter.text(
                    "message", "Unsupported modify charset from latin1 to utf8mb4", "what TiDB says of the DDL")),
    SHARD_DDL_CONFLICT(
            Manner.STRIKES,
            "The next DDL of a task with a shard mode does not go together with those of the other shards.",
            EnumSet.of(SOURCE, TASK, TABLE),
            FaultOutcome.of(
                    List.of(DmCode.SYNC_UNIT_DDL_WRONG_SEQUENCE, DmCode.SYNCER_SHARD_DDL_CONFLICT),
                    List.of(DmCode.SYNC_UNIT_DDL_WRONG_SEQUENCE, DmCode.SYNCER_SHARD_DDL_CONFLICT),
                    "Paused")),
    SLOW_DUMP(
            Manner.LASTS,
            "The dump unit takes so much longer, at every pace. It is as far as the time that has passed says.",
            EnumSet.of(SOURCE, TASK, WORKER),
            FaultOutcome.none("Running"),
            FaultParameter.duration("lag", "PT1H", "how much longer, by the space's clock")),
    SLOW_LOAD(
            Manner.LASTS,
            "The load unit takes so much longer, at every pace. It is as far as the time that has passed says.",
            EnumSet.of(SOURCE, TASK, WORKER),
            FaultOutcome.none("Running"),
            FaultParameter.duration("lag", "PT1H", "how much longer, by the space's clock")),
    SLOW_SYNC(
            Manner.LASTS,
            "The sync unit falls behind: it deals with each transaction so much later than it was written.",
            EnumSet.of(SOURCE, TASK, WORKER),
            FaultOutcome.none("Running, synced false while anything is outstanding"),
            FaultParameter.duration("lag", "PT30S", "how much later, by the space's clock")),
    RELAY_ERROR(
            Manner.STRIKES,
            "A relay cannot read from its upstream.",
            EnumSet.of(SOURCE, WORKER),
            FaultOutcome.none("relay stage Paused")),
    PRECHECK_FAILURE(
            Manner.STRIKES,
            "A check that is made before a task is created fails.",
            EnumSet.of(TASK),
            FaultOutcome.of(DmCode.TASK_CHECK_SYNC_CONFIG_ERROR, "the task is not created"),
            FaultParameter.choice(
                    "check",
                    CheckName.TABLE_STRUCTURE.label(),
                    "the check's name in the report",
                    Arrays.stream(CheckName.values()).map(CheckName::label).toList()),
            FaultParameter.text("message", "", "what the check says; without it what it says most")),
    HTTP_LATENCY(
            Manner.STRIKES,
            "The DM API answers late, by real time and no matter what the space's clock shows.",
            EnumSet.of(OPERATION),
            FaultOutcome.none("the usual answer"),
            FaultParameter.duration("min", "PT1S", "how late at least; at most PT60S"),
            FaultParameter.duration("max", "", "how late at most; without it always as late as min")),
    HTTP_STATUS(
            Manner.STRIKES,
            "The DM API answers with a status and a body of yours, and does not carry out the operation.",
            EnumSet.of(OPERATION),
            FaultOutcome.none("the answer that you want"),
            FaultParameter.integer("status", "503", "from 200 to 599"),
            FaultParameter.text("body", "", "the body as it stands"),
            FaultParameter.text("content_type", "text/plain; charset=utf-8", "of a body that is not empty")),
    HTTP_DROP(
            Manner.STRIKES,
            "The DM API drops the connection instead of answering.",
            EnumSet.of(OPERATION),
            FaultOutcome.none("no answer"),
            FaultParameter.truth("carry_out", "false", "whether the operation is carried out all the same")),
    HTTP_TRUNCATE(
            Manner.STRIKES,
            "The DM API carries out the operation, announces the whole answer, sends the first bytes of its body and drops"
                    + " the connection.",
            EnumSet.of(OPERATION),
            FaultOutcome.none("the beginning of the usual answer"),
            FaultParameter.integer("bytes", "10", "how much of the body is sent"));

    /** The way in which a fault takes effect. */
    enum Manner {
        /** Once, when the fault begins. */
        HAPPENS,
        /** Continuously, from its beginning to its end. */
        LASTS,
        /** On each occasion that it can strike. */
        STRIKES
    }

    private final Manner manner;
    private final String about;

    @SuppressWarnings("ImmutableEnumChecker") // not exposed
    private final Set<FaultScope> places;

    @SuppressWarnings("ImmutableEnumChecker") // an immutable record
    private final FaultOutcome outcome;

    @SuppressWarnings("ImmutableEnumChecker") // an immutable list
    private final List<FaultParameter> parameters;

    Fault(Manner manner, String about, Set<FaultScope> places, FaultOutcome outcome, FaultParameter... parameters) {
        this.manner = manner;
        this.about = about;
        this.places = places;
        this.outcome = outcome;
        this.parameters = List.of(parameters);
    }

    /** Returns the name that clients use. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Fault> ofLabel(String label) {
        return Arrays.stream(values()).filter(f -> f.label().equals(label)).findFirst();
    }

    /** Returns whether the fault ends as soon as it has begun. */
    public boolean happensOnce() {
        return manner == Manner.HAPPENS;
    }

    /** Returns whether the fault takes a number of strikes and a probability. */
    public boolean strikesRepeatedly() {
        return manner == Manner.STRIKES;
    }

    /** Returns a description of the fault in one or two sentences. */
    public String about() {
        return about;
    }

    /** Returns the scopes that the fault can be limited to. */
    public List<FaultScope> places() {
        return List.copyOf(places);
    }

    public FaultOutcome outcome() {
        return outcome;
    }

    public List<FaultParameter> parameters() {
        return parameters;
    }
}
