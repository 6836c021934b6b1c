package dev.dmock.web.servlet;

import jakarta.servlet.http.HttpServletResponse;

/** The CORS headers of every DM-master response; they allow all origins. */
final class Cors {

    private Cors() {}

    /** Adds the headers; a follower of v8 adds its own to those of the leader's response. */
    static void allowAll(HttpServletResponse response) {
        response.addHeader("Access-Control-Allow-Origin", "*");
        response.addHeader("Access-Control-Allow-Methods", "POST, GET, OPTIONS, PUT, DELETE");
        response.addHeader("Access-Control-Allow-Headers", "accept, content-type, authorization");
    }
}
