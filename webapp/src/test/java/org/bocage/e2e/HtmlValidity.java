package org.bocage.e2e;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nu.validator.client.EmbeddedValidator;
import org.xml.sax.SAXException;

/** What the Nu Html Checker, that of the W3C, says of a page. */
final class HtmlValidity {

    /** What the standard has taken in since this version: {@code media} in 2021, {@code fetchpriority} in 2022. */
    private static final List<String> TAKEN_IN_SINCE = List.of(
            "Attribute “media” not allowed on element “meta”",
            "Attribute “fetchpriority” not allowed on element “img”");

    private HtmlValidity() {}

    /** Errors, one a line with its place; warnings are left out. */
    static List<String> errors(String html) {
        EmbeddedValidator validator = new EmbeddedValidator();
        validator.setOutputFormat(EmbeddedValidator.OutputFormat.GNU);
        try {
            return validator
                    .validate(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)))
                    .lines()
                    .filter(line -> line.contains("error:"))
                    .filter(line -> TAKEN_IN_SINCE.stream().noneMatch(line::contains))
                    .toList();
        } catch (IOException | SAXException e) {
            throw new IllegalStateException(e);
        }
    }
}
