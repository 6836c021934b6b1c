package dev.dmock.web.tomcat;

import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.http.parser.HttpParser;

/**
 * HTTP/1.1 that accepts the paths and queries that Go's server accepts, such as the non-ASCII bytes that curl sends,
 * and that answers requests on open connections during shutdown. Tomcat creates it by class name.
 */
public final class LenientHttp11Protocol extends Http11NioProtocol {

    private static final int FIRST_NON_ASCII = 0x80;

    private final ConnectionDrain drain = new ConnectionDrain();

    /** Called by Tomcat. */
    public LenientHttp11Protocol() {
        super(new AdaptiveTimeoutEndpoint());
    }

    /** Always false, because a paused Tomcat refuses requests with 503. */
    @Override
    public boolean isPaused() {
        return false;
    }

    /**
     * Returns whether the server is stopping: it accepts no new connections and closes each open one after its next
     * response.
     */
    boolean isStopping() {
        return super.isPaused();
    }

    /** Returns the drain of this port's requests, which shutdown closes. */
    ConnectionDrain drain() {
        return drain;
    }

    @Override
    protected Processor createProcessor() {
        return new HeaderTimeoutProcessor(this, getAdapter());
    }

    @Override
    public void setAdapter(Adapter adapter) {
        super.setAdapter(new RawPaths(adapter));
    }

    @Override
    public HttpParser getHttpParser() {
        return new LenientParser(getRelaxedPathChars(), getRelaxedQueryChars());
    }

    private static final class LenientParser extends HttpParser {

        LenientParser(String relaxedPath, String relaxedQuery) {
            super(relaxedPath, relaxedQuery);
        }

        @Override
        public boolean isNotRequestTargetRelaxed(int c) {
            return (c & 0xFF) < FIRST_NON_ASCII && super.isNotRequestTargetRelaxed(c);
        }

        @Override
        public boolean isAbsolutePathRelaxed(int c) {
            return (c & 0xFF) >= FIRST_NON_ASCII || super.isAbsolutePathRelaxed(c);
        }

        @Override
        public boolean isQueryRelaxed(int c) {
            return (c & 0xFF) >= FIRST_NON_ASCII || super.isQueryRelaxed(c);
        }
    }
}
