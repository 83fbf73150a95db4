package org.bocage.cms.rendering;

import java.io.StringWriter;

/** Keeps what a script writes, up to a limit: a script that never ends must not fill the memory before its time is over. */
final class PageWriter extends StringWriter {

    private static final int FIRST = 1_024;

    private final int largest;

    PageWriter(int largest) {
        super(FIRST);
        this.largest = largest;
    }

    @Override
    public void write(int c) {
        room(1);
        super.write(c);
    }

    @Override
    public void write(char[] text, int start, int length) {
        room(length);
        super.write(text, start, length);
    }

    @Override
    public void write(String text) {
        room(text.length());
        super.write(text);
    }

    @Override
    public void write(String text, int start, int length) {
        room(length);
        super.write(text, start, length);
    }

    private void room(int more) {
        if (getBuffer().length() > largest - more) {
            throw new LimitReached("it writes more than " + largest + " characters");
        }
    }
}
