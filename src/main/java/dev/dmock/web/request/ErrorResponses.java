package dev.dmock.web.request;

import dev.dmock.go.GoJsonWriter;
import dev.dmock.go.Json;
import dev.dmock.web.request.RequestDecision.Refused;

/** The error responses of a generation: status, content type and format. */
interface ErrorResponses {

    int BAD_REQUEST = 400;
    int TOO_LARGE = 413;

    /** The document has no such path or method. */
    Refused noOperation(String text);

    /** The validator found an operation, but the router has none. */
    Refused notRouted();

    /** The validator refuses the request. */
    public Refused invalid(RequestViolation error);

    /** A parameter cannot be decoded. */
    Refused badParameter(ParameterBinder.InvalidParameterException error);

    /** The body is valid but does not fit the Go types. */
    public Refused badBody(BindingError error);

    /** The body was not validated and cannot be decoded. */
    Refused undecodable(String text);

    /** The body exceeds this server's limit. */
    Refused tooLarge();

    /** DM v5.3.0, echo. */
    final class V5 implements ErrorResponses {

        @Override
        public Refused noOperation(String text) {
            return http(text);
        }

        @Override
        public Refused notRouted() {
            return answer(BAD_REQUEST, "code=404, message=Not Found");
        }

        @Override
        public Refused invalid(RequestViolation error) {
            return withInternal(firstLine(error.text()), error.text());
        }

        @Override
        public Refused badParameter(ParameterBinder.InvalidParameterException error) {
            return http(error.text());
        }

        @Override
        public Refused badBody(BindingError error) {
            return withInternal(error.summary(), error.text());
        }

        @Override
        public Refused undecodable(String text) {
            return http(text);
        }

        @Override
        public Refused tooLarge() {
            return answer(TOO_LARGE, "code=413, message=Request Entity Too Large");
        }

        private static Refused http(String message) {
            return answer(BAD_REQUEST, "code=400, message=" + message);
        }

        private static Refused withInternal(String message, String internal) {
            return answer(BAD_REQUEST, "code=400, message=" + message + ", internal=" + internal);
        }

        private static Refused answer(int status, String message) {
            Json.Obj body = Json.Obj.empty().with("error_code", Json.of(0)).with("error_msg", Json.of(message));
            return new Refused(status, "application/json; charset=UTF-8", GoJsonWriter.compact(body) + "\n");
        }
    }

    /** DM v8, gin. */
    final class V8 implements ErrorResponses {

        private static final String JSON = "application/json; charset=utf-8";
        private static final int NOT_FOUND = 404;

        @Override
        public Refused noOperation(String text) {
            return compact(BAD_REQUEST, "error", text);
        }

        @Override
        public Refused notRouted() {
            return new Refused(NOT_FOUND, "text/plain", "404 page not found");
        }

        @Override
        public Refused invalid(RequestViolation error) {
            return compact(BAD_REQUEST, "error", "error in openapi3filter.RequestError: " + firstLine(error.text()));
        }

        @Override
        public Refused badParameter(ParameterBinder.InvalidParameterException error) {
            return compact(BAD_REQUEST, "msg", error.text());
        }

        @Override
        public Refused badBody(BindingError error) {
            return undecodable(error.text());
        }

        /** Writes the error's JSON after the framework has already written the header. */
        @Override
        public Refused undecodable(String text) {
            Json.Obj body = Json.Obj.empty().with("error_code", Json.of(0)).with("error_msg", Json.of(text));
            return new Refused(BAD_REQUEST, "text/plain; charset=utf-8", GoJsonWriter.indented(body, "    "));
        }

        @Override
        public Refused tooLarge() {
            return compact(TOO_LARGE, "error", "http: request body too large");
        }

        private static Refused compact(int status, String name, String text) {
            return new Refused(
                    status, JSON, GoJsonWriter.compact(Json.Obj.empty().with(name, Json.of(text))));
        }
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
