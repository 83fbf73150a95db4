package org.bocage.cms.delivery;

import java.util.Optional;

/** The request cannot be answered, said in Magnolia's words. */
final class RestError extends RuntimeException {

    private final int status;
    private final String code;

    private RestError(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    int status() {
        return status;
    }

    /** Empty for the nodes API, whose errors are bare sentences, or nothing. */
    Optional<String> code() {
        return code.isEmpty() ? Optional.empty() : Optional.of(code);
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    static RestError noResource(RestRequest request) {
        return notFound(
                "Could not find resource for full path: " + request.http().getRequestURL());
    }

    static RestError notFound(String message) {
        return new RestError(404, "notFound", message);
    }

    static RestError noNode(String path) {
        return new RestError(404, "pathNotFound", path);
    }

    static RestError noWorkspace(String name) {
        return new RestError(500, "noSuchWorkspace", name);
    }

    static RestError badRequest(String message) {
        return new RestError(400, "badRequest", message);
    }

    static RestError invalidQuery() {
        return new RestError(400, "invalidQuery", "Invalid query");
    }

    static RestError methodNotAllowed(String method) {
        return new RestError(
                405, "methodNotAllowed", "No resource method found for " + method + ", return 405 with Allow header");
    }

    static RestError notAcceptable() {
        return new RestError(406, "notAcceptable", "No match for accept header");
    }

    static RestError denied() {
        return new RestError(403, "notAuthorized", "Access denied");
    }

    static RestError conflict(String message) {
        return new RestError(409, "conflict", message);
    }

    static RestError tooLarge(String message) {
        return new RestError(413, "badRequest", message);
    }

    static RestError full() {
        return new RestError(507, "insufficientStorage", "Nothing was saved: the disk is full");
    }

    /** Magnolia's word for what its own code did not expect. */
    static RestError unknown(String message) {
        return new RestError(500, "unknown", message);
    }

    /** A sentence without a code. */
    static RestError sentence(int status, String message) {
        return new RestError(status, "", message);
    }

    /** A status and nothing else. */
    static RestError bare(int status) {
        return new RestError(status, "", "");
    }
}
