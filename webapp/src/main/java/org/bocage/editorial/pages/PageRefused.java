package org.bocage.editorial.pages;

import org.springframework.http.HttpStatus;

/** Exception thrown when a change to a page is refused and nothing was changed; the sentence is {@code authoring.page.<key>}. */
final class PageRefused extends RuntimeException {

    private final String key;
    private final HttpStatus status;
    private final transient Object[] arguments;

    private PageRefused(HttpStatus status, String key, Object... arguments) {
        super("Refused: " + key);
        this.status = status;
        this.key = key;
        this.arguments = arguments.clone();
    }

    /** The page, or what it was about, is not as the person saw it. */
    static PageRefused outdated(String key, Object... arguments) {
        return new PageRefused(HttpStatus.CONFLICT, key, arguments);
    }

    /** The template, or what was typed, does not permit it. */
    static PageRefused unfit(String key, Object... arguments) {
        return new PageRefused(HttpStatus.UNPROCESSABLE_CONTENT, key, arguments);
    }

    /** Not for this person, or not now. */
    static PageRefused forbidden(String key, Object... arguments) {
        return new PageRefused(HttpStatus.FORBIDDEN, key, arguments);
    }

    String key() {
        return "authoring.page." + key;
    }

    HttpStatus status() {
        return status;
    }

    Object[] arguments() {
        return arguments.clone();
    }
}
