package org.bocage.cms.definition.yaml;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bocage.cms.definition.files.Resource;
import org.bocage.cms.definition.files.SourceFile;

/**
 * A file in one of the folders that Magnolia scans (spec 1.1).
 *
 * @param path relative to the folder of its type, without {@code .yaml}: {@code pages/home}
 */
public record DefinitionFile(Type type, String module, String path, Resource resource) {

    private static final Pattern FILE =
            Pattern.compile("/([A-Za-z0-9_-]+)/(" + Type.folders() + ")/((?:[A-Za-z0-9_.-]+/)*[A-Za-z0-9_.-]+)\\.yaml");

    /** The types of definitions this host reads, and the bocage one of ours. */
    public enum Type {
        CONTENT_TYPE("contentTypes"),
        EXTENSION("bocage"),
        TEMPLATE("templates"),
        DIALOG("dialogs"),
        APP("apps"),
        THEME("themes"),
        VIRTUAL_URI("virtualUriMappings"),
        REST_ENDPOINT("restEndpoints");

        private final String folder;

        Type(String folder) {
            this.folder = folder;
        }

        String folder() {
            return folder;
        }

        /** Whether a {@code name} in the file replaces the name of the file. */
        boolean isNamedInside() {
            return this == CONTENT_TYPE || this == APP || this == THEME;
        }

        /** Whether what such a definition lacks may open what it restricted. */
        boolean restricts() {
            return this == CONTENT_TYPE || this == EXTENSION;
        }

        private static String folders() {
            StringBuilder folders = new StringBuilder();
            for (Type type : values()) {
                folders.append(folders.isEmpty() ? "" : "|").append(type.folder);
            }
            return folders.toString();
        }
    }

    /** Whether a file says who reads the fields of a type. */
    static boolean isExtension(String path) {
        Matcher matcher = FILE.matcher(path);
        return matcher.matches() && matcher.group(2).equals(Type.EXTENSION.folder);
    }

    /** The definition file that a resource is, if it is one. */
    static Optional<DefinitionFile> of(Resource resource) {
        Matcher matcher = FILE.matcher(resource.path());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        for (Type type : Type.values()) {
            if (type.folder.equals(matcher.group(2))) {
                return Optional.of(new DefinitionFile(type, matcher.group(1), matcher.group(3), resource));
            }
        }
        return Optional.empty();
    }

    /** File name without folders. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Id of the definition, {@code named} being the name the file gives, empty when it gives none. */
    String id(String named) {
        return switch (type) {
            case TEMPLATE, DIALOG, VIRTUAL_URI -> module + ":" + path;
            case REST_ENDPOINT -> path;
            default -> named.isEmpty() ? name() : named;
        };
    }

    public SourceFile source() {
        return new SourceFile(module, resource.path());
    }

    Raw.Spot spot() {
        return new Raw.Spot(resource.path(), 0);
    }
}
