package org.bocage.editorial.publishing;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.RepositoryException;

/**
 * Agreement of the persons on a picture (capability PH-04). It stays in the author store; a picture whose rights are
 * missing does not leave it. A picture that an import brought says nothing, and is taken as the import's matter.
 *
 * @param agreement whether somebody can be recognised, and how they agreed
 * @param minors whether children are among them
 * @param parental whether the parents agreed in writing
 * @param withdrawn whether somebody on it asked for it to be taken away
 */
public record ImageRights(Agreement agreement, boolean minors, boolean parental, boolean withdrawn) {

    /** Whether somebody can be recognised, and how they agreed. */
    public enum Agreement {
        /** The picture was imported, and nothing is known. */
        UNASKED(""),
        /** It was sent, and nobody has said yet. */
        TO_SAY("a-dire"),
        /** Nobody can be recognised. */
        NOBODY("personne"),
        /** They agreed in writing. */
        WRITTEN("ecrit"),
        /** They agreed by word, and somebody noted it. */
        SPOKEN("oral-note"),
        /** A group in a public place. */
        PUBLIC_PLACE("groupe-lieu-public"),
        /** They have not been asked. */
        TO_ASK("a-demander");

        private final String key;

        Agreement(String key) {
            this.key = key;
        }

        /** As it is stored, and posted by forms. */
        public String key() {
            return key;
        }

        /** Returns the agreement with this stored key, or empty if there is none. */
        public static Optional<Agreement> of(String key) {
            String asked = key.strip().toLowerCase(Locale.ROOT);
            return Stream.of(values()).filter(one -> one.key.equals(asked)).findFirst();
        }

        boolean allows() {
            return this != TO_SAY && this != TO_ASK;
        }
    }

    private static final String AGREEMENT = "consentement";
    private static final String MINORS = "mineurs";
    private static final String PARENTAL = "accordParental";
    /** When it was taken away at somebody's request. */
    public static final String WITHDRAWN = "retireLe";

    static final Set<String> PROPERTIES =
            Set.of(AGREEMENT, MINORS, PARENTAL, WITHDRAWN, "retraitAVoir", "retraitMotif");

    /** Rights of which only this is known. */
    public static ImageRights of(Agreement agreement) {
        return new ImageRights(agreement, false, false, false);
    }

    /** The rights noted at an asset; what nobody knows how to read is still to be said. */
    public static ImageRights of(Node asset) throws RepositoryException {
        return new ImageRights(
                Agreement.of(text(asset, AGREEMENT)).orElse(Agreement.TO_SAY),
                text(asset, MINORS).equals("true"),
                text(asset, PARENTAL).equals("true"),
                !text(asset, WITHDRAWN).isEmpty());
    }

    /** Whether the picture may be shown to the public. */
    public boolean allowsPublication() {
        return agreement.allows() && (!minors || parental) && !withdrawn;
    }

    /** Notes what was agreed at an asset; the caller saves. */
    public void write(Node asset) throws RepositoryException {
        if (agreement == Agreement.UNASKED) {
            return;
        }
        asset.setProperty(AGREEMENT, agreement.key());
        asset.setProperty(MINORS, minors);
        asset.setProperty(PARENTAL, parental);
    }

    private static String text(Node asset, String name) throws RepositoryException {
        return asset.hasProperty(name) && !asset.getProperty(name).isMultiple()
                ? asset.getProperty(name).getString()
                : "";
    }
}
