package dev.dmock.console;

import java.util.List;

/**
 * All of a space that the console shows and that changes by itself; equal as long as nothing there has changed, apart
 * from the time that a running clock shows.
 *
 * @param clock equal while the clock runs on or stands
 * @param progressing whether there is something that changes from moment to moment, such as the share of a dump
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
     * @param setting how the clock is set: what it shows while it stands, or how far it is ahead of the machine's
     */
    record ClockView(boolean frozen, String setting) {}

    record MasterView(String name, String address, boolean alive, boolean leader) {

        public String state() {
            return alive ? (leader ? "leader" : "follower") : "offline";
        }
    }

    /** A worker; {@code source} and {@code relay} are empty if it has none. */
    record WorkerView(String name, String address, String stage, boolean online, String source, String relay) {}

    /** A source with what each worker that pulls its relay log says; {@code worker} is empty while none holds it. */
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

    /** A database server that SQL can be run on. */
    record ServerView(String address, String role) {}
}
