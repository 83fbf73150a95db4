package org.bocage.e2e;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nu.validator.client.EmbeddedValidator;
import nu.validator.messages.GnuMessageEmitter;
import nu.validator.messages.MessageEmitterAdapter;
import nu.validator.validation.SimpleDocumentValidator;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;

/** What the Nu Html Checker, that of the W3C, says of a page. Its schema takes longer to read than many pages: it is read once. */
final class HtmlValidity {

    /** Messages about attributes that are younger than this version: {@code media} 2021, {@code fetchpriority} 2022, {@code popover} 2023. */
    private static final List<String> TAKEN_IN_SINCE = List.of(
            "Attribute “media” not allowed on element “meta”",
            "Attribute “fetchpriority” not allowed on element “img”",
            "Attribute “popover” not allowed on element “div”",
            "Attribute “popovertarget” not allowed on element “button”",
            "Attribute “popovertargetaction” not allowed on element “button”");

    private static @Nullable SimpleDocumentValidator validator;

    private HtmlValidity() {}

    /** Errors, one a line with its place; warnings are left out. */
    static synchronized List<String> errors(String html) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            SimpleDocumentValidator checker = validator;
            if (checker == null) {
                checker = new SimpleDocumentValidator();
                checker.setUpMainSchema(EmbeddedValidator.SCHEMA_URL, new MessageEmitterAdapter());
                validator = checker;
            }
            MessageEmitterAdapter messages = new MessageEmitterAdapter(
                    null, checker.getSourceCode(), false, null, 0, true, new GnuMessageEmitter(out, false));
            checker.setUpValidatorAndParsers(messages, false, false);
            messages.setHtml(true);
            messages.setErrorsOnly(true);
            messages.start(null);
            checker.checkHtmlInputSource(
                    new InputSource(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8))));
            messages.end("", "", "");
            return out.toString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains("error:"))
                    .filter(line -> TAKEN_IN_SINCE.stream().noneMatch(line::contains))
                    .toList();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
