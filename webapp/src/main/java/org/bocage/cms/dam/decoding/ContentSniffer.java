package org.bocage.cms.dam.decoding;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.apache.tika.Tika;

/** Tells what a file is by its first bytes; its name has no say. */
public final class ContentSniffer {

    /** Bytes looked at. */
    public static final int HEAD = 64 * 1024;

    public static final String PDF = "application/pdf";

    private static final Tika TIKA = new Tika();
    private static final Set<String> HEIC = Set.of("image/heic", "image/heif", "image/heic-sequence", "image/avif");
    private static final Set<String> OLD_OFFICE = Set.of(
            "application/x-tika-msoffice",
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            "application/x-tika-ooxml-protected");
    /** Media types that a drawing without declaration of its kind passes for. */
    private static final Set<String> TEXT = Set.of("application/xml", "text/plain", "text/html");

    private ContentSniffer() {}

    public static String mimeType(byte[] head) {
        return TIKA.detect(Arrays.copyOf(head, Math.min(head.length, HEAD)));
    }

    static PictureFormat pictureFormat(byte[] head) throws UnreadableFileException {
        String mimeType = mimeType(head);
        return PictureFormat.ofMimeType(mimeType)
                .orElseThrow(() -> new UnreadableFileException(refusalOf(mimeType, head), "No picture: " + mimeType));
    }

    /** OpenDocument and Office Open XML are zip archives: what is in them has to be looked at. */
    public static boolean isZip(byte[] head) {
        return startsWith(head, "PK\3\4");
    }

    public static boolean isPdf(String mimeType, byte[] head) {
        return mimeType.equals(PDF) && startsWith(head, "%PDF-");
    }

    /** Why content of no accepted type is not accepted, as precisely as one can tell. */
    public static Refusal refusalOf(String mimeType, byte[] head) {
        if (mimeType.equals("image/svg+xml")
                || (TEXT.contains(mimeType) && text(head).contains("<svg"))) {
            return Refusal.SVG;
        }
        if (HEIC.contains(mimeType)) {
            return Refusal.HEIC;
        }
        return OLD_OFFICE.contains(mimeType) ? Refusal.OLD_OFFICE : Refusal.NOT_ACCEPTED;
    }

    private static boolean startsWith(byte[] head, String magic) {
        return text(head).startsWith(magic);
    }

    private static String text(byte[] head) {
        return new String(head, 0, Math.min(head.length, HEAD), StandardCharsets.ISO_8859_1);
    }
}
