package org.bocage.cms.dam.uploads;

import java.util.Arrays;
import java.util.Optional;

/** The documents that may be kept and downloaded, and the films with their captions. */
public enum DocumentFormat {
    PDF("application/pdf", "pdf"),
    ODT("application/vnd.oasis.opendocument.text", "odt"),
    ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    MP4("video/mp4", "mp4"),
    WEBM("video/webm", "webm"),
    VTT("text/vtt", "vtt");

    private final String mimeType;
    private final String extension;

    DocumentFormat(String mimeType, String extension) {
        this.mimeType = mimeType;
        this.extension = extension;
    }

    static Optional<DocumentFormat> ofMimeType(String mimeType) {
        return Arrays.stream(values())
                .filter(one -> one.mimeType.equals(mimeType))
                .findFirst();
    }

    public String mimeType() {
        return mimeType;
    }

    String extension() {
        return extension;
    }
}
