package org.bocage.cms.rendering;

/** A page that cannot be rendered: no template, no script, or a script that fails. */
public class RenderFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RenderFailure(String message) {
        super(message);
    }

    public RenderFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
