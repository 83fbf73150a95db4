package org.bocage.cms.dam.decoding;

import java.io.IOException;

/** No decoding slot came free in reasonable time: to be tried again (HTTP 503). */
public final class DecodingBusyException extends IOException {

    private static final long serialVersionUID = 1L;

    DecodingBusyException(String message) {
        super(message);
    }
}
