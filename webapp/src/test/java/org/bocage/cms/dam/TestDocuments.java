package org.bocage.cms.dam;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.bocage.cms.dam.uploads.DocumentFormat;

/** Documents as offices and attackers make them. */
public final class TestDocuments {

    public static final String ODT = "application/vnd.oasis.opendocument.text";
    public static final String ODS = "application/vnd.oasis.opendocument.spreadsheet";
    public static final String WORD =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    public static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    public static final String WORD_WITH_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml";

    private TestDocuments() {}

    public static byte[] pdf() {
        return "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
                .getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] openDocument(String type, String... moreEntries) throws IOException {
        Archive archive = new Archive();
        archive.addStored("mimetype", type);
        archive.add("content.xml", "<office:document-content/>");
        for (String entry : moreEntries) {
            archive.add(entry, "x");
        }
        return archive.bytes();
    }

    public static byte[] office(String mainType, String... moreEntries) throws IOException {
        Archive archive = officeArchive(mainType);
        for (String entry : moreEntries) {
            archive.add(entry, "x");
        }
        return archive.bytes();
    }

    /** A Word file with a document of this many identical bytes. */
    public static byte[] bomb(int mebibytes) throws IOException {
        Archive archive = officeArchive(WORD);
        archive.addSpaces("word/media.xml", mebibytes);
        return archive.bytes();
    }

    /** A Word file that says something. */
    public static byte[] word(String... paragraphs) throws IOException {
        StringBuilder xml = new StringBuilder("<w:document xmlns:w=\"urn:w\"><w:body>");
        for (String paragraph : paragraphs) {
            xml.append("<w:p><w:r><w:t>").append(paragraph).append("</w:t></w:r><w:r><w:tab/></w:r></w:p>");
        }
        Archive archive = officeArchive(WORD);
        archive.add("word/document.xml", xml.append("</w:body></w:document>").toString());
        return archive.bytes();
    }

    /** An OpenDocument text whose content is this XML within its body. */
    public static byte[] writer(String prolog, String body) throws IOException {
        Archive archive = new Archive();
        archive.addStored("mimetype", DocumentFormat.ODT.mimeType());
        archive.add(
                "content.xml",
                prolog + "<office:document-content xmlns:office=\"urn:o\" xmlns:text=\"urn:t\">" + body
                        + "</office:document-content>");
        return archive.bytes();
    }

    /** A PDF of some pages that each say the same. */
    public static byte[] pdfSaying(String text, int pages) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDType1Font font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            for (int i = 0; i < pages; i++) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(font, 12);
                    content.newLineAtOffset(50, 700);
                    content.showText(text);
                    content.endText();
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    /** A PDF that opens with a password alone. */
    public static byte[] lockedPdf() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdfSaying("Rien pour personne", 1))) {
            document.protect(new StandardProtectionPolicy("proprio", "sesame", new AccessPermission()));
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    public static byte[] zip() throws IOException {
        Archive archive = new Archive();
        archive.add("lisez-moi.txt", "Bonjour");
        return archive.bytes();
    }

    private static Archive officeArchive(String mainType) throws IOException {
        Archive archive = new Archive();
        archive.add(
                "[Content_Types].xml",
                "<Types><Override PartName=\"/main.xml\" ContentType=\"" + mainType + "\"/></Types>");
        archive.add("_rels/.rels", "<Relationships/>");
        archive.add("main.xml", "<main/>");
        return archive;
    }

    private static final class Archive {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final ZipOutputStream zip = new ZipOutputStream(bytes);

        void add(String name, String content) throws IOException {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }

        void addStored(String name, String content) throws IOException {
            byte[] stored = content.getBytes(StandardCharsets.UTF_8);
            CRC32 crc = new CRC32();
            crc.update(stored);
            ZipEntry entry = new ZipEntry(name);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(stored.length);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(stored);
            zip.closeEntry();
        }

        void addSpaces(String name, int mebibytes) throws IOException {
            byte[] block = " ".repeat(1024 * 1024).getBytes(StandardCharsets.UTF_8);
            zip.putNextEntry(new ZipEntry(name));
            for (int i = 0; i < mebibytes; i++) {
                zip.write(block);
            }
            zip.closeEntry();
        }

        byte[] bytes() throws IOException {
            zip.close();
            return bytes.toByteArray();
        }
    }
}
