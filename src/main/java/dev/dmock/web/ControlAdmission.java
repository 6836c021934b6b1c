package dev.dmock.web;

import jakarta.servlet.ServletRequest;

/** The access level of a request to {@code /_dmock}; full access by default. */
public enum ControlAdmission {
    FULL,

    /** The client is not authenticated, but may load the page that asks for credentials. */
    WITHOUT_CONTENTS;

    private static final String ATTRIBUTE = ControlAdmission.class.getName();

    public static ControlAdmission of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof ControlAdmission known ? known : FULL;
    }

    /** Stores this in the request for later filters and controllers. */
    public void remember(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
