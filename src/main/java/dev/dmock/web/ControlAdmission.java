package dev.dmock.web;

import jakarta.servlet.ServletRequest;

/** How far a request to {@code /_dmock} is let in: as a rule, to all that it asks for. */
public enum ControlAdmission {
    FULL,

    /** Whoever sent it has not shown that they may see what is there; a page can still ask them to. */
    WITHOUT_CONTENTS;

    private static final String ATTRIBUTE = ControlAdmission.class.getName();

    public static ControlAdmission of(ServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof ControlAdmission known ? known : FULL;
    }

    /** Lets those behind know. */
    public void remember(ServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }
}
