package dev.dmock.web.servlet;

/** The places of the filters: those with smaller numbers see a request first. */
public final class FilterOrder {

    /** Waits for bodies: nobody sees a request before. */
    public static final int SLOW_CLIENTS = -20_000;

    /** Resolves the space; behind it {@link dev.dmock.web.RequestedSpace} is known. */
    public static final int SPACE = -10_000;

    /** The place of the journal: it sees what the client sent, and what the client gets in the end. */
    public static final int JOURNAL = -2_000;

    /** The place of what looks at requests and answers of the DM API as they are on the wire. */
    public static final int ON_THE_WIRE = -1_000;

    /** Judges requests to the DM API; behind it {@link dev.dmock.web.DmRequest} is known. */
    public static final int REQUEST_LAYER = 0;

    /** The place of what wants to know the operation before it is carried out. */
    public static final int BEFORE_THE_OPERATION = 1_000;

    private FilterOrder() {}
}
