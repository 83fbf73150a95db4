package org.bocage.cms.dam.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.bocage.cms.dam.TestDocuments;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("fast")
class DocumentTextTest {

    private static final String PDF = "application/pdf";

    @Test
    void a_pdf_an_odt_and_a_docx_say_what_they_say() throws IOException {
        assertThat(text(PDF, TestDocuments.pdfSaying("Deux devis pour la toiture", 3)))
                .isEqualTo("Deux devis pour la toiture\n".repeat(3).strip());
        assertThat(text(DocumentFormat.DOCX.mimeType(), TestDocuments.word("Étaient là : Malo &amp; Awa", "On vote.")))
                .isEqualTo("Étaient là : Malo & Awa\nOn vote.");
        assertThat(text(
                        DocumentFormat.ODT.mimeType(),
                        TestDocuments.writer("", "<text:h>Titre</text:h><text:p>Un<text:s/>mot</text:p>")))
                .isEqualTo("Titre\nUn mot");
        assertThat(text("image/png", new byte[] {1})).isEmpty();
    }

    @Test
    void a_text_of_10_000_pages_is_read_as_far_as_it_is_kept() throws IOException {
        byte[] endless = TestDocuments.pdfSaying("Une page de plus, et encore une", 10_000);

        long start = System.nanoTime();
        DocumentText read = DocumentText.of(PDF, new ByteArrayInputStream(endless));

        assertThat(read.text()).startsWith("Une page de plus").hasSizeLessThanOrEqualTo(DocumentText.LONGEST);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
    }

    @Test
    void a_locked_pdf_is_told_and_a_damaged_one_has_no_text() throws IOException {
        assertThat(DocumentText.of(PDF, new ByteArrayInputStream(TestDocuments.lockedPdf())))
                .isEqualTo(new DocumentText("", true));
        assertThat(text(PDF, "%PDF-1.7 et puis rien".getBytes(StandardCharsets.US_ASCII)))
                .isEmpty();
        assertThat(text(DocumentFormat.DOCX.mimeType(), new byte[] {'P', 'K', 3, 4, 0}))
                .isEmpty();
    }

    @Test
    void an_entity_that_unfolds_or_reads_a_file_is_not_followed() throws IOException {
        String prolog = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">"
                + "<!ENTITY f SYSTEM \"file:///etc/passwd\">]>";

        String read = text(DocumentFormat.ODT.mimeType(), TestDocuments.writer(prolog, "<text:p>&b;&f;</text:p>"));

        assertThat(read).doesNotContain("aaaa", "root:");
    }

    private static String text(String type, byte[] document) throws IOException {
        return DocumentText.of(type, new ByteArrayInputStream(document)).text();
    }
}
