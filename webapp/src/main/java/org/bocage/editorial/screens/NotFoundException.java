package org.bocage.editorial.screens;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** There is nothing at an address for this person (404), whether it does not exist or is not theirs to see. */
public final class NotFoundException extends ResponseStatusException {

    private static final long serialVersionUID = 1L;

    public NotFoundException() {
        super(HttpStatus.NOT_FOUND);
    }
}
