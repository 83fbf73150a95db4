package org.bocage.cms.rest;

import java.util.Optional;

/** The request cannot be answered, said in Magnolia's words. */
public final class RestError extends RuntimeException {

    private final int status;
    private final String code;

    private RestError(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    public int status() {
        return status;
    }

    /** Empty for the nodes API, whose errors are bare sentences, or nothing. */
    public Optional<String> code() {
        return code.isEmpty() ? Optional.empty() : Optional.of(code);
    }

    public String sentence() {
        return String.valueOf(getMessage());
    }

    public static RestError noResource(RestRequest request) {
        return notFound(
                "Could not find resource for full path: " + request.http().getRequestURL());
    }

    public static RestError notFound(String message) {
        return new RestError(404, "notFound", message);
    }

    public static RestError noNode(String path) {
        return new RestError(404, "pathNotFound", path);
    }

    /** Answer of the nodes API, as recorded. */
    public static RestError noWorkspace(String name) {
        return new RestError(500, "noSuchWorkspace", name);
    }

    /** Answer of an endpoint whose definition names a workspace that is not there. */
    public static RestError noWorkspaceYet(String name) {
        return new RestError(404, "noSuchWorkspace", name);
    }

    public static RestError badRequest(String message) {
        return new RestError(400, "badRequest", message);
    }

    public static RestError invalidQuery() {
        return new RestError(400, "invalidQuery", "Invalid query");
    }

    public static RestError methodNotAllowed(String method) {
        return new RestError(
                405, "methodNotAllowed", "No resource method found for " + method + ", return 405 with Allow header");
    }

    public static RestError notAcceptable() {
        return new RestError(406, "notAcceptable", "No match for accept header");
    }

    public static RestError denied() {
        return new RestError(403, "notAuthorized", "Access denied");
    }

    public static RestError conflict(String message) {
        return new RestError(409, "conflict", message);
    }

    public static RestError tooLarge(String message) {
        return new RestError(413, "badRequest", message);
    }

    public static RestError full() {
        return new RestError(507, "insufficientStorage", "Nothing was saved: the disk is full");
    }

    /** Magnolia's word for what its own code did not expect. */
    public static RestError unknown(String message) {
        return new RestError(500, "unknown", message);
    }

    /** A sentence without a code. */
    public static RestError sentence(int status, String message) {
        return new RestError(status, "", message);
    }

    /** A status and nothing else. */
    public static RestError bare(int status) {
        return new RestError(status, "", "");
    }
}
