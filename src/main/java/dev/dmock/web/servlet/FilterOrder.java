package dev.dmock.web.servlet;

/** The order of the filters; smaller numbers run first. */
public final class FilterOrder {

    /** Receives the body before any other filter runs. */
    public static final int SLOW_CLIENTS = -20_000;

    /** Resolves the space and sets {@link dev.dmock.web.RequestedSpace}. */
    public static final int SPACE = -10_000;

    /** The journal: sees the client's original request and the final response. */
    public static final int JOURNAL = -2_000;

    /** Filters that see requests and responses of the DM API as sent over the network. */
    public static final int ON_THE_WIRE = -1_000;

    /** Validates requests to the DM API and sets {@link dev.dmock.web.DmRequest}. */
    public static final int REQUEST_LAYER = 0;

    /** Filters that need the operation before it runs. */
    public static final int BEFORE_THE_OPERATION = 1_000;

    private FilterOrder() {}
}
