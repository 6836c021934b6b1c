package dev.dmock.web.request;

/** Carries the validator's whole text about a request that it refuses; often more than one line. */
final class RequestFault extends Exception {

    private static final long serialVersionUID = 1L;

    RequestFault(String text) {
        super(text, null, false, false);
    }

    static RequestFault ofParameter(String name, String text) {
        return new RequestFault("parameter \"" + name + "\" in query has an error: " + text);
    }

    static RequestFault ofBody(String text) {
        return new RequestFault("request body has an error: " + text);
    }

    String text() {
        return String.valueOf(getMessage());
    }
}
