package dev.dmock.web.tomcat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.buf.MessageBytes;
import org.apache.tomcat.util.net.SocketEvent;
import org.jspecify.annotations.Nullable;

/**
 * Prevents Tomcat from decoding paths that it would refuse but Go's server accepts: with NUL, with invalid UTF-8, or
 * leading out of the root. Later code uses only the path as sent.
 */
final class RawPaths implements Adapter {

    private final Adapter next;

    RawPaths(Adapter next) {
        this.next = next;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        MessageBytes path = request.requestURI();
        if (path.getType() == MessageBytes.T_BYTES) {
            String sent = path.toString();
            if (isRefused(sent.getBytes(StandardCharsets.ISO_8859_1))) {
                path.setString(sent);
                request.decodedURI().setString("/");
            }
        }
        next.service(request, response);
    }

    private static boolean isRefused(byte[] sent) {
        byte[] decoded = new byte[sent.length];
        int length = 0;
        for (int i = 0; i < sent.length; i++) {
            byte b = sent[i];
            if (b == '%') {
                int high = i + 2 < sent.length ? Character.digit(sent[i + 1], 16) : -1;
                int low = i + 2 < sent.length ? Character.digit(sent[i + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    return false; // an invalid escape, which Go refuses too
                }
                b = (byte) (high << 4 | low);
                i += 2;
            }
            if (b == 0) {
                return true;
            }
            decoded[length++] = b;
        }
        try {
            String path = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(decoded, 0, length))
                    .toString();
            return Arrays.asList(path.split("/")).contains("..");
        } catch (CharacterCodingException e) {
            return true;
        }
    }

    @Override
    public boolean prepare(Request request, Response response) throws Exception {
        return next.prepare(request, response);
    }

    @Override
    public boolean asyncDispatch(Request request, Response response, SocketEvent status) throws Exception {
        return next.asyncDispatch(request, response, status);
    }

    @Override
    public void log(Request request, Response response, long time) {
        next.log(request, response, time);
    }

    @Override
    public void checkRecycled(Request request, Response response) {
        next.checkRecycled(request, response);
    }

    /** Disables JMX registration, which serializes all new connections to name them. */
    @Override
    public @Nullable String getDomain() {
        return null;
    }
}
