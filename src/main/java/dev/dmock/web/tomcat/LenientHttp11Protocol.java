package dev.dmock.web.tomcat;

import org.apache.coyote.Adapter;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.http.parser.HttpParser;

/**
 * HTTP/1.1 that takes the paths and queries that Go's server takes, such as those with bytes that are not ASCII, as curl
 * sends them, and that answers whatever still arrives over open connections while the server is being stopped. Tomcat
 * makes it by its name.
 */
public final class LenientHttp11Protocol extends Http11NioProtocol {

    private static final int FIRST_NON_ASCII = 0x80;

    private final ConnectionDrain gate = new ConnectionDrain();

    /** Tomcat makes it. */
    public LenientHttp11Protocol() {
        super(new AdaptiveTimeoutEndpoint());
    }

    /** Tomcat refuses requests by 503 while it is paused. */
    @Override
    public boolean isPaused() {
        return false;
    }

    /** Whether the server is being stopped: no new connections are taken, and open ones end with their next answer. */
    boolean isStopping() {
        return super.isPaused();
    }

    /** Its requests' way in, to be closed when the server is stopped. */
    ConnectionDrain gate() {
        return gate;
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
