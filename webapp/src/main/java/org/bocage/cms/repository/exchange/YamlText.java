package org.bocage.cms.repository.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.regex.Pattern;
import org.bocage.cms.repository.exchange.BootstrapRefused.Reason;

/**
 * Text of a bootstrap file on its way to SnakeYAML, which copies what it has of a line each time it reads on: a line of four
 * million characters takes it twenty seconds and eight times its size. The base64 of a binary, which Magnolia writes in one
 * line, is broken into short ones; any other long line is refused while it is read.
 */
final class YamlText extends Reader {

    static final int LONGEST_LINE = 1024 * 1024;

    /** After so many base64 characters a line goes on in the next one. */
    private static final int FOLD = 1_000;

    private static final int READ_AT_ONCE = 8_192;
    /** A tag stands within that much of its line; names of properties are shorter. */
    private static final int HEAD = 512;

    private static final Pattern BINARY = Pattern.compile("(?:.*[-:,\\[{]\\s+|\\s*)!!?[bB]inary\\s+(\\S.*)?");
    private static final Pattern BLOCK = Pattern.compile("[|>][-+0-9]*\\s*(#.*)?");

    private final BufferedReader text;
    private final String file;
    private final StringBuilder ready = new StringBuilder();
    private int given;

    /** Characters of the present line so far, and how many of them at its beginning are spaces. */
    private int column;

    private int indent;
    private final StringBuilder head = new StringBuilder(HEAD);
    private boolean binary;
    /** Whether the line before announced the base64 of this one. */
    private boolean announced;

    private int run;

    YamlText(Reader text, String file) {
        this.text = new BufferedReader(text, READ_AT_ONCE);
        this.file = file;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        if (given == ready.length() && !fill()) {
            return -1;
        }
        int some = Math.min(length, ready.length() - given);
        ready.getChars(given, given + some, into, offset);
        given += some;
        return some;
    }

    private boolean fill() throws IOException {
        char[] chars = new char[READ_AT_ONCE];
        int some = text.read(chars, 0, chars.length);
        ready.setLength(0);
        given = 0;
        for (int i = 0; i < some; i++) {
            take(chars[i]);
        }
        return some > 0;
    }

    private void take(char one) {
        if (one == '\n' || one == '\r') {
            ready.append(one);
            endLine();
            return;
        }
        if (column == indent && one == ' ') {
            indent++;
        }
        column++;
        if (column > LONGEST_LINE) {
            throw new BootstrapRefused(Reason.LONG_LINE, file, (LONGEST_LINE >> 20) + " Mo");
        }
        if (column <= HEAD) {
            head.append(one);
        } else if (column == HEAD + 1) {
            binary = announced || BINARY.matcher(head).matches();
        }
        run = isBase64(one) ? run + 1 : 0;
        ready.append(one);
        if (binary && run == FOLD) {
            // one more step than the property whose value it is; a block keeps the step of its lines
            ready.append('\n').append(" ".repeat(announced ? indent : indent + 2));
            column = HEAD + 1;
            run = 0;
        }
    }

    private void endLine() {
        var tagged = BINARY.matcher(head);
        boolean block = tagged.matches()
                && tagged.group(1) != null
                && BLOCK.matcher(tagged.group(1)).matches();
        // a block goes on until a line that is not its own
        announced = block || (announced && isOneWord());
        column = 0;
        indent = 0;
        run = 0;
        binary = false;
        head.setLength(0);
    }

    /** Whether the line that ends may be base64 and nothing else. */
    private boolean isOneWord() {
        return head.chars().skip(Math.min(indent, head.length())).allMatch(one -> isBase64((char) one));
    }

    private static boolean isBase64(char one) {
        return (one >= 'a' && one <= 'z')
                || (one >= 'A' && one <= 'Z')
                || (one >= '0' && one <= '9')
                || one == '+'
                || one == '/'
                || one == '=';
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
