package org.bocage.editorial.form;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bocage.cms.definition.form.FieldDefinition;
import org.bocage.cms.definition.form.Validator;

/**
 * How long a text is asked to be, to be told while it is written.
 *
 * @param least characters, 0 when as short as one likes
 * @param most characters, 0 when as long as one likes
 */
record Lengths(int least, int most) {

    /** A pattern that asks for nothing but a length: of one line, or of several. */
    private static final Pattern OF_A_LINE = Pattern.compile("\\^\\[\\^\\\\r\\\\n]\\{(\\d{1,6}),(\\d{1,6})}\\$");

    private static final Pattern OF_LINES = Pattern.compile("\\^\\(\\?s\\)\\.\\{(\\d{1,6}),(\\d{1,6})}\\$");

    /** Of one line that may be empty nothing is told: it is short as it is. */
    static Lengths of(FieldDefinition.TextField field) {
        for (Validator validator : field.basics().validators()) {
            if (validator instanceof Validator.Regexp regexp) {
                Matcher line = OF_A_LINE.matcher(regexp.pattern());
                Matcher lines = OF_LINES.matcher(regexp.pattern());
                if (line.matches() && !line.group(1).equals("0")) {
                    return new Lengths(Integer.parseInt(line.group(1)), Integer.parseInt(line.group(2)));
                }
                if (lines.matches()) {
                    return new Lengths(Integer.parseInt(lines.group(1)), Integer.parseInt(lines.group(2)));
                }
            }
        }
        return new Lengths(0, Math.max(field.maxLength(), 0));
    }
}
