package dev.dmock.web.request;

import org.jspecify.annotations.Nullable;

/**
 * A request as the client sent it, without the prefix of its space.
 *
 * @param prefix the part of the URL's path that leads to the space, empty or such as {@code /_dmock/spaces/x}
 * @param path the encoded path after the prefix, one char per byte
 * @param query the encoded query; null if there is none
 * @param contentType the header as sent; null if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // requests are not compared
public record RawRequest(
        String method,
        String prefix,
        String path,
        @Nullable String query,
        @Nullable String contentType,
        byte[] body) {

    /** Returns path and query as sent, including the prefix. */
    public String target() {
        return prefix + path + (query == null ? "" : "?" + query);
    }
}
