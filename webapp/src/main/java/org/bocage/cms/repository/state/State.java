package org.bocage.cms.repository.state;

import java.util.Arrays;

/** Where a content stands between its first word and the archive. */
public enum State {
    /** Not saved yet. */
    NOUVEAU("nouveau"),
    BROUILLON("brouillon"),
    PROPOSE("propose"),
    A_REPRENDRE("a-reprendre"),
    /** Accepted, with a date of publication to come. */
    PROGRAMME("programme"),
    PUBLIE("publie"),
    REFUSE("refuse"),
    ARCHIVE("archive");

    private final String key;

    State(String key) {
        this.key = key;
    }

    /** The value of the property {@code etat}. */
    public String key() {
        return key;
    }

    /**
     * The state of that key.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static State of(String key) {
        return Arrays.stream(values())
                .filter(state -> state.key.equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Unknown state: " + key));
    }
}
