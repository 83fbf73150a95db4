package org.bocage.portal.moving.reading;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Text without the control characters that databases keep and that neither XML nor a property may hold: spaces stand for them. */
final class PlainCharacters extends FilterReader {

    private static final char MARK = '\uFEFF';

    PlainCharacters(Reader in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        return read < 0 ? read : plain((char) read);
    }

    @Override
    public int read(char[] characters, int offset, int length) throws IOException {
        int read = super.read(characters, offset, length);
        for (int i = offset; i < offset + read; i++) {
            characters[i] = plain(characters[i]);
        }
        return read;
    }

    private static char plain(char one) {
        boolean isControl = one < ' ' && one != '\t' && one != '\n' && one != '\r';
        return isControl || one == MARK || one >= '\uFFFE' ? ' ' : one;
    }
}
