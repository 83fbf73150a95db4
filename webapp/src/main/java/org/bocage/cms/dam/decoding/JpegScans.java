package org.bocage.cms.dam.decoding;

/**
 * The scans of a JPEG (ITU-T T.81, annex B): each one costs a pass over all pixels, a few bytes suffice for one, and a
 * progressive photo needs about ten.
 */
final class JpegScans {

    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int FILL = 0xFF;

    private JpegScans() {}

    /** Counts up to the end of the image: phones append a film to some photos. */
    static int count(byte[] jpeg) {
        int scans = 0;
        int at = 2;
        while (at + 3 < jpeg.length) {
            int marker = jpeg[at + 1] & 0xFF;
            if ((jpeg[at] & 0xFF) != FILL || marker == FILL) {
                at++;
            } else if (marker == END_OF_IMAGE) {
                return scans;
            } else if (hasNoContent(marker)) {
                at += 2;
            } else {
                scans += marker == START_OF_SCAN ? 1 : 0;
                at += 2 + (((jpeg[at + 2] & 0xFF) << 8) | (jpeg[at + 3] & 0xFF));
            }
        }
        return scans;
    }

    /** A byte FF within a scan, and the restart markers between its parts. */
    private static boolean hasNoContent(int marker) {
        return marker == 0 || (marker >= 0xD0 && marker <= 0xD8);
    }
}
