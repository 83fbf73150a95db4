package org.bocage.editorial.security.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.security.web.header.HeaderWriter;

/**
 * Headers that say what a document may do. Pictures, fonts, style sheets and scripts of a page go without: browsers look at none of
 * these there, and a page has dozens of them. SVG is a document.
 */
final class DocumentHeaders implements HeaderWriter {

    private static final Pattern PARTS = Pattern.compile("(text/(css|javascript)|font/.+|image/(?!svg).+)(;.*)?");

    private final List<HeaderWriter> writers;

    DocumentHeaders(HeaderWriter... writers) {
        this.writers = List.of(writers);
    }

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        String type = response.getContentType();
        if (type == null || !PARTS.matcher(type).matches()) {
            writers.forEach(writer -> writer.writeHeaders(request, response));
        }
    }
}
