package dev.dmock.web.tomcat;

import java.io.IOException;
import org.apache.coyote.Adapter;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections on which the head of a request does not become complete in time. Tomcat waits for so long for each
 * piece of it: one byte now and then would keep a connection, and its buffers, for hours. Requests go through the
 * {@link ConnectionDrain} of their port.
 */
final class HeaderTimeoutProcessor extends Http11Processor {

    private static final long NANOS_A_MILLI = 1_000_000;

    private final LenientHttp11Protocol protocol;

    /** The connection on which a head has begun: the server does not say when it gives one up. */
    private @Nullable SocketWrapperBase<?> connection;

    /** When it began, as the machine counts. */
    private long begun;

    /** How long it may take. */
    private long patience;

    /** Whether a request is at work: it can be so without a thread. */
    private boolean within;

    HeaderTimeoutProcessor(LenientHttp11Protocol protocol, Adapter adapter) {
        super(protocol, adapter);
        this.protocol = protocol;
    }

    @Override
    public SocketState process(SocketWrapperBase<?> socket, SocketEvent event) throws IOException {
        if (!within && !protocol.gate().enter()) {
            return SocketState.CLOSED;
        }
        within = false;
        try {
            SocketState state = super.process(socket, event);
            within = state == SocketState.LONG && isAsync();
            return state;
        } finally {
            if (!within) {
                protocol.gate().leave();
            }
        }
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the very same connection is meant
    public SocketState service(SocketWrapperBase<?> socket) throws IOException {
        if (socket != connection) {
            connection = socket;
            begun = System.nanoTime();
            patience = protocol.getConnectionTimeout();
        }
        long left = patience - (System.nanoTime() - begun) / NANOS_A_MILLI;
        SocketState state = left > 0 ? super.service(socket) : SocketState.CLOSED;
        if (state == SocketState.LONG && !isAsync()) {
            socket.setReadTimeout(left);
        } else {
            connection = null;
        }
        return state;
    }
}
