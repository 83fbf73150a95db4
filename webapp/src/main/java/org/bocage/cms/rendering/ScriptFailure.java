package org.bocage.cms.rendering;

/** A script that cannot be read or that fails; Magnolia shows what it wrote so far. */
public final class ScriptFailure extends RenderFailure {

    private static final long serialVersionUID = 1L;

    public ScriptFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
