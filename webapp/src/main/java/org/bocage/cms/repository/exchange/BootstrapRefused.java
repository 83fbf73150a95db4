package org.bocage.cms.repository.exchange;

import java.util.Locale;

/** A bootstrap file, or a node in it, that cannot be taken; nothing of the file was added. */
public final class BootstrapRefused extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** The name says no workspace, path or format that are known. */
        FILE_NAME("its name is not WORKSPACE.path.of.node with a known ending"),
        /** Neither YAML nor XML can be read from it; the detail says where. */
        UNREADABLE("cannot be read"),
        /** XML with a document type declaration: it could reach for other files, or swell without end. */
        DOCTYPE("has a document type declaration"),
        /** XML that is no JCR system view, or YAML without one node at its root. */
        NOT_ONE_NODE("does not hold one node"),
        /** A prefix whose namespace nobody declares. */
        NAMESPACE("uses a namespace that nobody declares"),
        /** A node type that nobody declares. */
        NODE_TYPE("has a node of a type that nobody declares"),
        /** A name that no node or property can have, or that two of them have. */
        NAME("has a name that cannot be, or that is there twice"),
        /** A value that is not of its type. */
        VALUE("has a value that is not of its type"),
        /** More, or deeper, or larger than a file may be. */
        TOO_LARGE("is larger or deeper than a file may be"),
        /** A line that is longer than what is read of a text at once. */
        LONG_LINE("has a line that is longer than one may be"),
        /** YAML with aliases: what they name could hold itself, or swell without end. */
        ALIAS("uses aliases, which no export has"),
        /** The node that is there is of another type. */
        OTHER_TYPE("would replace a node of another type"),
        /** A node type file that cannot be read, or says something else of what is there. */
        NODE_TYPES("declares node types that cannot be taken");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        /** Of messages: {@code node-type}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Reason reason;
    private final String file;
    private final String detail;

    /**
     * Refuses a file.
     *
     * @param detail the name, type, value or place; may be empty
     */
    public BootstrapRefused(Reason reason, String file, String detail) {
        super(file + " " + reason.sentence + (detail.isEmpty() ? "" : ": " + detail));
        this.reason = reason;
        this.file = file;
        this.detail = detail;
    }

    public Reason reason() {
        return reason;
    }

    public String file() {
        return file;
    }

    /** The name, type, value or place; may be empty. */
    public String detail() {
        return detail;
    }
}
