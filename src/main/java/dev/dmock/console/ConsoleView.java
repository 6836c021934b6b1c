package dev.dmock.console;

import java.util.List;

/**
 * The part of the console that is updated while the page is open. Two views of a space are equal while it has not
 * changed, apart from the time of a running clock.
 *
 * @param clock equal while the clock keeps running or stays frozen
 * @param progressing whether a value changes continuously, such as the share of a dump
 */
record ConsoleView(
        String api,
        String pace,
        ClockView clock,
        List<MasterView> masters,
        List<WorkerView> workers,
        List<SourceView> sources,
        List<TaskView> tasks,
        int tasksLeftOut,
        List<ServerView> servers,
        List<TimelineEntryView> notes,
        List<CallView> calls,
        List<ConsoleFaultView> faults,
        boolean progressing) {

    /**
     * The clock of a space.
     *
     * @param setting the time of a frozen clock, or the offset of a running clock from the machine's clock
     */
    record ClockView(boolean frozen, String setting) {}

    record MasterView(String name, String address, boolean alive, boolean leader) {

        public String state() {
            return alive ? (leader ? "leader" : "follower") : "offline";
        }
    }

    /** A worker; {@code source} and {@code relay} are empty if it has none. */
    record WorkerView(String name, String address, String stage, boolean online, String source, String relay) {}

    /**
     * A source with the status of each worker that pulls its relay log; {@code worker} is empty while it is unbound.
     */
    record SourceView(
            String name,
            String address,
            String user,
            boolean gtid,
            boolean enabled,
            String worker,
            List<String> tasks,
            List<RelayView> relays) {}

    /** The relay log on a worker. */
    record RelayView(String worker, String stage, String dir, String master, boolean caughtUp) {}

    /** A database server on which the user can run SQL. */
    record ServerView(String address, String role) {}
}
