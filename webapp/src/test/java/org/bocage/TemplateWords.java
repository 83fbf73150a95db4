package org.bocage;

import java.util.ArrayList;
import java.util.List;

/**
 * What a FreeMarker template of ours writes: its markup with an ellipsis where a value stands, and apart from it the texts
 * that its directives and expressions hold between quotes. Directives are in square brackets.
 */
final class TemplateWords {

    private final String template;
    private final StringBuilder markup = new StringBuilder();
    private final List<String> quoted = new ArrayList<>();
    private int at;

    private TemplateWords(String template) {
        this.template = template;
    }

    static TemplateWords of(String template) {
        TemplateWords words = new TemplateWords(template);
        words.read();
        return words;
    }

    String markup() {
        return markup.toString();
    }

    List<String> quoted() {
        return quoted;
    }

    private void read() {
        while (at < template.length()) {
            if (template.startsWith("[#--", at)) {
                at = template.indexOf("--]", at) + 3;
            } else if (template.startsWith("${", at)) {
                at++;
                expression('{', '}');
                markup.append('…');
            } else if (isDirective()) {
                expression('[', ']');
                markup.append(' ');
            } else {
                markup.append(template.charAt(at++));
            }
        }
    }

    private boolean isDirective() {
        return template.startsWith("[#", at)
                || template.startsWith("[@", at)
                || template.startsWith("[/#", at)
                || template.startsWith("[/@", at);
    }

    /** From its opening sign to the one that closes it; what is between quotes opens and closes nothing. */
    private void expression(char opening, char closing) {
        int depth = 0;
        do {
            char sign = template.charAt(at++);
            if (sign == '"' || sign == '\'') {
                quoted.add(text(sign));
            } else if (sign == opening) {
                depth++;
            } else if (sign == closing) {
                depth--;
            }
        } while (depth > 0);
    }

    private String text(char quote) {
        int start = at;
        while (template.charAt(at) != quote) {
            at += template.charAt(at) == '\\' ? 2 : 1;
        }
        return template.substring(start, at++);
    }
}
