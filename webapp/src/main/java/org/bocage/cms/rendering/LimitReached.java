package org.bocage.cms.rendering;

/** A page that would take too long, be too large or never end. No component of it is shown. */
final class LimitReached extends RenderFailure {

    private static final long serialVersionUID = 1L;

    LimitReached(String message) {
        super(message);
    }
}
