package org.bocage.editorial.form.values;

/** More was posted than a form may hold; to be answered with status 413. */
public final class SubmissionTooLarge extends RuntimeException {

    private static final long serialVersionUID = 1;

    public SubmissionTooLarge(String message) {
        super(message);
    }
}
