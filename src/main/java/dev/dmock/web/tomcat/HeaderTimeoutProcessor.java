package dev.dmock.web.tomcat;

import java.io.IOException;
import org.apache.coyote.Adapter;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * Closes connections whose request header is not complete in time. Tomcat applies its timeout to each read, so a client
 * that sends single bytes could hold a connection and its buffers for hours. Requests pass the {@link ConnectionDrain}
 * of their port.
 */
final class HeaderTimeoutProcessor extends Http11Processor {

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final LenientHttp11Protocol protocol;

    /** The connection with an incomplete header; Tomcat does not report when it abandons one. */
    private @Nullable SocketWrapperBase<?> connection;

    /** The start of the header, in {@link System#nanoTime}. */
    private long startNanos;

    /** The header timeout in milliseconds. */
    private long timeoutMillis;

    /** Whether a request is in progress, possibly asynchronously without a thread. */
    private boolean inProgress;

    HeaderTimeoutProcessor(LenientHttp11Protocol protocol, Adapter adapter) {
        super(protocol, adapter);
        this.protocol = protocol;
    }

    @Override
    public SocketState process(SocketWrapperBase<?> socket, SocketEvent event) throws IOException {
        if (!inProgress && !protocol.drain().enter()) {
            return SocketState.CLOSED;
        }
        inProgress = false;
        try {
            SocketState state = super.process(socket, event);
            inProgress = state == SocketState.LONG && isAsync();
            return state;
        } finally {
            if (!inProgress) {
                protocol.drain().leave();
            }
        }
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // the very same connection is meant
    public SocketState service(SocketWrapperBase<?> socket) throws IOException {
        if (socket != connection) {
            connection = socket;
            startNanos = System.nanoTime();
            timeoutMillis = protocol.getConnectionTimeout();
        }
        long left = timeoutMillis - (System.nanoTime() - startNanos) / NANOS_PER_MILLI;
        SocketState state = left > 0 ? super.service(socket) : SocketState.CLOSED;
        if (state == SocketState.LONG && !isAsync()) {
            socket.setReadTimeout(left);
        } else {
            connection = null;
        }
        return state;
    }
}
