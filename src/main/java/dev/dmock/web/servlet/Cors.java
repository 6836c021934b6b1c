package dev.dmock.web.servlet;

import jakarta.servlet.http.HttpServletResponse;

/** The headers by which every answer of a DM-master lets pages of other origins read it. */
final class Cors {

    private Cors() {}

    /** Adds them; a follower of v8 adds its own to those of the leader's answer. */
    static void allowAll(HttpServletResponse response) {
        response.addHeader("Access-Control-Allow-Origin", "*");
        response.addHeader("Access-Control-Allow-Methods", "POST, GET, OPTIONS, PUT, DELETE");
        response.addHeader("Access-Control-Allow-Headers", "accept, content-type, authorization");
    }
}
