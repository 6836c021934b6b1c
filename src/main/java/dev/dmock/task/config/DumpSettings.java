package dev.dmock.task.config;

/** Settings of the dump unit, defaults filled in. */
public record DumpSettings(long threads, String extraArgs) {

    private static final String CONSISTENCY = "--consistency ";

    static final DumpSettings DEFAULT = new DumpSettings(4, "");

    /** The kind of consistency that the arguments ask for; empty if none. */
    public String consistency() {
        return extraArgs.replaceFirst(CONSISTENCY, "");
    }

    DumpSettings with(FullSettings given) {
        return new DumpSettings(
                given.exportThreads() == null ? threads : given.exportThreads(),
                given.consistency() == null ? extraArgs : CONSISTENCY + given.consistency());
    }
}
