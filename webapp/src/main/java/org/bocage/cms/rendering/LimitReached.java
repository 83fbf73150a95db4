package org.bocage.cms.rendering;

/** A page that would take too long, be too large or never end. No component of it is shown. */
public final class LimitReached extends RenderFailure {

    private static final long serialVersionUID = 1L;

    public LimitReached(String message) {
        super(message);
    }
}
