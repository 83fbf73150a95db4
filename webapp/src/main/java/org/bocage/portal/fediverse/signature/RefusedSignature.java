package org.bocage.portal.fediverse.signature;

/** Failure of a request whose signature is missing, cannot be read, or covers too little or another time. */
public class RefusedSignature extends Exception {

    private static final long serialVersionUID = 1L;

    public RefusedSignature(String message) {
        super(message);
    }
}
