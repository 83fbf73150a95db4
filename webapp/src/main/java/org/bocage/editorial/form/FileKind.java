package org.bocage.editorial.form;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.bocage.cms.definition.form.FieldDefinition;
import org.bocage.editorial.form.values.Part;
import org.bocage.editorial.form.values.Part.Alternative;
import org.bocage.editorial.form.values.Part.Entries;
import org.bocage.editorial.form.values.Part.Group;
import org.bocage.editorial.form.values.Part.Leaf;
import org.bocage.editorial.view.StoredFile;

/** Kind of file that a field takes: of a dialog, the {@code styleName} of a field of assets says it. */
enum FileKind {
    /** The extensions beside the types: some browsers know only the one, some only the other. */
    DOCUMENT(
            "fichier",
            "application/pdf,application/vnd.oasis.opendocument.text,"
                    + "application/vnd.oasis.opendocument.spreadsheet,"
                    + "application/vnd.openxmlformats-officedocument.wordprocessingml.document,"
                    + "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,image/png,image/jpeg,"
                    + ".pdf,.odt,.ods,.docx,.xlsx",
            ".*"),
    FILM("video", "video/mp4,video/webm,.mp4,.m4v,.webm", ".*\\.(mp4|webm)"),
    CAPTIONS("sous-titres", "text/vtt,.vtt", ".*\\.vtt");

    private final String styleName;
    private final String accepted;
    private final String addresses;

    FileKind(String styleName, String accepted, String addresses) {
        this.styleName = styleName;
        this.accepted = accepted;
        this.addresses = addresses;
    }

    /** Returns the types that a browser offers to choose from. */
    String accepted() {
        return accepted;
    }

    /** Whether a file of the library is one. */
    boolean includes(StoredFile file) {
        return file.address().toLowerCase(Locale.ROOT).matches(addresses);
    }

    static FileKind of(Leaf leaf) {
        for (FileKind kind : values()) {
            if (kind.isNamed(leaf.single())) {
                return kind;
            }
        }
        return DOCUMENT;
    }

    private boolean isNamed(FieldDefinition field) {
        return field.basics().styleName().equals(styleName);
    }

    /** Returns the paths of the fields that take a file rather than a picture, {@code fichiers/document}. */
    static Set<String> fieldsOf(List<Part> parts) {
        Set<String> found = new TreeSet<>();
        collect(parts, "", found);
        return found;
    }

    private static void collect(List<Part> parts, String path, Set<String> found) {
        for (Part part : parts) {
            collect(part, path.isEmpty() ? part.name() : path + "/" + part.name(), found);
        }
    }

    private static void collect(Part part, String path, Set<String> found) {
        if (part instanceof Leaf leaf && leaf.isPicture()) {
            for (FileKind kind : values()) {
                if (kind.isNamed(leaf.single())) {
                    found.add(path);
                }
            }
        } else if (part instanceof Group group) {
            collect(group.parts(), path, found);
        } else if (part instanceof Entries entries) {
            collect(entries.inner(), path, found);
        } else if (part instanceof Alternative alternative) {
            alternative.cases().forEach((value, inner) -> collect(inner, path + "/" + value, found));
        }
    }
}
