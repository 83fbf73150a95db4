package org.bocage.editorial.workflow.notices;

import java.util.Locale;
import java.util.Optional;

/** Subject that a mail may be about; each person chooses a pace for each. */
public enum Topic {
    /** Something waits for a gesture of the person: a proposal to review, a text to take up again. */
    TACHES(Pace.TOUT_DE_SUITE),
    /** Something that the person proposed is on line, or will not be: the end of a task of theirs. */
    REPONSES(Pace.TOUT_DE_SUITE),
    /** Somebody asks the person something in a comment, by name. */
    MENTIONS(Pace.TOUT_DE_SUITE),
    /** Something new is on line. */
    NOUVEAUTES(Pace.HEBDOMADAIRE),
    /** There is a new internal document. */
    DOCUMENTS(Pace.HEBDOMADAIRE);

    private final Pace usual;

    Topic(Pace usual) {
        this.usual = usual;
    }

    /** The pace of those who chose none. */
    public Pace usual() {
        return usual;
    }

    /** The word that forms, texts and the store know it by. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its mails tell of what is new to be read, and not of something that concerns the person. */
    boolean isNews() {
        return this == NOUVEAUTES || this == DOCUMENTS;
    }

    /** How often mails about a topic come. */
    public enum Pace {
        TOUT_DE_SUITE,
        QUOTIDIEN,
        HEBDOMADAIRE,
        RIEN;

        /** The word that forms, texts and the store know it by. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The pace of that word. */
        public static Optional<Pace> of(String key) {
            for (Pace pace : values()) {
                if (pace.key().equals(key)) {
                    return Optional.of(pace);
                }
            }
            return Optional.empty();
        }
    }
}
