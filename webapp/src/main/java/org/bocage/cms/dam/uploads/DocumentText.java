package org.bocage.cms.dam.uploads;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Text of a PDF, ODT or DOCX document, by which a search finds it, as far as it can be read within limits of size and
 * time. A scan has none.
 *
 * @param text at most {@link #LONGEST} characters, one paragraph a line; empty when there is none
 * @param locked whether a password keeps it from being read
 */
public record DocumentText(String text, boolean locked) {

    /** Characters that are kept: some sixty pages. */
    public static final int LONGEST = 150_000;

    private static final DocumentText NONE = new DocumentText("", false);
    private static final DocumentText LOCKED = new DocumentText("", true);

    private static final XMLInputFactory XML = plainXml();
    private static final int MOST_PAGES = 2_000;
    /** Pages read between two looks at the clock. */
    private static final int PAGES_AT_ONCE = 10;

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int MOST_ENTRIES = 5_000;
    private static final int MOST_XML = 16 * 1024 * 1024;

    /**
     * Reads a document that the {@link UploadGuard} took.
     *
     * @param mimeType of {@link AcceptedFile}; of another kind there is no text
     * @throws IOException when the bytes stop coming
     */
    public static DocumentText of(String mimeType, InputStream content) throws IOException {
        byte[] bytes = content.readAllBytes();
        try {
            if (mimeType.equals(DocumentFormat.PDF.mimeType())) {
                return ofPdf(bytes);
            }
            if (mimeType.equals(DocumentFormat.ODT.mimeType())) {
                return ofXml(bytes, "content.xml", Set.of("h", "p"), Set.of("tab", "s", "line-break"));
            }
            if (mimeType.equals(DocumentFormat.DOCX.mimeType())) {
                return ofXml(bytes, "word/document.xml", Set.of("p"), Set.of("tab", "br"));
            }
            return NONE;
        } catch (InvalidPasswordException e) {
            return LOCKED;
        } catch (IOException | XMLStreamException | RuntimeException | StackOverflowError e) {
            // damaged in a way that its reader shows anyway: it is kept, and found by its title
            return NONE;
        }
    }

    /** Whether a document that the guard took opens with a password alone. */
    public static boolean isLocked(AcceptedFile file) throws IOException {
        if (!file.mimeType().equals(DocumentFormat.PDF.mimeType())) {
            return false;
        }
        try (PDDocument document = Loader.loadPDF(file.file().toFile())) {
            return document.getNumberOfPages() < 0;
        } catch (InvalidPasswordException e) {
            return true;
        } catch (IOException | RuntimeException e) {
            // damaged, which is another matter
            return false;
        }
    }

    private static DocumentText ofPdf(byte[] bytes) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        StringBuilder text = new StringBuilder();
        try (PDDocument document = Loader.loadPDF(bytes)) {
            int pages = Math.min(document.getNumberOfPages(), MOST_PAGES);
            PDFTextStripper stripper = new PDFTextStripper();
            for (int page = 1; page <= pages && text.length() < LONGEST; page += PAGES_AT_ONCE) {
                stripper.setStartPage(page);
                stripper.setEndPage(Math.min(page + PAGES_AT_ONCE - 1, pages));
                text.append(stripper.getText(document)).append('\n');
                if (System.nanoTime() - end > 0) {
                    break;
                }
            }
        }
        return kept(text);
    }

    /** The text of an entry of an archive; both formats name paragraphs and gaps within their own namespace. */
    private static DocumentText ofXml(byte[] archive, String name, Set<String> paragraphs, Set<String> gaps)
            throws IOException, XMLStreamException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            int left = MOST_ENTRIES;
            for (ZipEntry entry = zip.getNextEntry(); entry != null && left-- > 0; entry = zip.getNextEntry()) {
                if (entry.getName().toLowerCase(Locale.ROOT).equals(name)) {
                    byte[] xml = zip.readNBytes(MOST_XML);
                    return kept(text(XML.createXMLStreamReader(new ByteArrayInputStream(xml)), paragraphs, gaps));
                }
            }
        }
        return NONE;
    }

    private static StringBuilder text(XMLStreamReader xml, Set<String> paragraphs, Set<String> gaps)
            throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        while (xml.hasNext() && text.length() < LONGEST) {
            switch (xml.next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    if (paragraphs.contains(xml.getLocalName())) {
                        text.append('\n');
                    } else if (gaps.contains(xml.getLocalName())) {
                        text.append(' ');
                    }
                }
                default -> {
                    // nothing that anybody reads
                }
            }
        }
        return text;
    }

    /** Knows no document type, and so no entity that unfolds or that is fetched. */
    private static XMLInputFactory plainXml() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** On lines of their own, without what no store can hold. */
    private static DocumentText kept(StringBuilder read) {
        String text = read.toString()
                .replaceAll("[\\x00-\\x08\\x0B-\\x1F\\uFFFE\\uFFFF]|[\\uD800-\\uDFFF]", " ")
                .replaceAll("[ \\t\\u00a0]+", " ")
                .replaceAll("\\s*\\n\\s*", "\n")
                .strip();
        if (text.length() <= LONGEST) {
            return new DocumentText(text, false);
        }
        boolean splits = Character.isHighSurrogate(text.charAt(LONGEST - 1));
        return new DocumentText(text.substring(0, splits ? LONGEST - 1 : LONGEST), false);
    }
}
