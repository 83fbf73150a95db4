package org.bocage.cms.dam;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Documents as offices and attackers make them. */
final class TestDocuments {

    static final String ODT = "application/vnd.oasis.opendocument.text";
    static final String ODS = "application/vnd.oasis.opendocument.spreadsheet";
    static final String WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
    static final String WORD_WITH_MACROS = "application/vnd.ms-word.document.macroEnabled.main+xml";

    private TestDocuments() {}

    static byte[] pdf() {
        return "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
                .getBytes(StandardCharsets.US_ASCII);
    }

    static byte[] openDocument(String type, String... moreEntries) throws IOException {
        Archive archive = new Archive();
        archive.addStored("mimetype", type);
        archive.add("content.xml", "<office:document-content/>");
        for (String entry : moreEntries) {
            archive.add(entry, "x");
        }
        return archive.bytes();
    }

    static byte[] office(String mainType, String... moreEntries) throws IOException {
        Archive archive = officeArchive(mainType);
        for (String entry : moreEntries) {
            archive.add(entry, "x");
        }
        return archive.bytes();
    }

    /** A Word file with a document of this many identical bytes. */
    static byte[] bomb(int mebibytes) throws IOException {
        Archive archive = officeArchive(WORD);
        archive.addSpaces("word/media.xml", mebibytes);
        return archive.bytes();
    }

    static byte[] zip() throws IOException {
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
