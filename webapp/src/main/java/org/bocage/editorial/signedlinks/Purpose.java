package org.bocage.editorial.signedlinks;

/**
 * Purpose of a signed link; a link of one is void for any other. Its name, what is signed and how the address is written never
 * change once a link was mailed.
 */
public enum Purpose {
    /** Following a proposal: workspace and item. */
    PROPOSAL("suivi", 2),
    /** Answer about the end of an ad: item, gesture, closing day. */
    AD("annonce", 3),
    /** Giving a seat back: event, day, person. */
    SEAT("place", 3),
    /** List of those who register for an event: event; bound to the organiser's mail address and the number of the link. */
    REGISTRATIONS("liste", 1) {
        @Override
        String signed(String text, String bound) {
            return super.signed(text, "") + "\n" + bound;
        }
    },
    /** Yearly question about an entry of the directory: item, day of the last confirmation. */
    ENTRY("fiche", 2),
    /** Consent to a project's being seen: item; bound to the mail address that was asked. */
    CONSENT("accord", 1) {
        @Override
        String signed(String text, String bound) {
            return super.signed(text, "") + "\n" + bound;
        }
    },
    /** Page that proves a membership: item. */
    MEMBERSHIP_PROOF("attestation", 1),
    /** Page that says how a membership is paid: item. */
    MEMBERSHIP_PAYMENT("adhesion", 1),
    /** Name of a subscription without an account, by which it is ended. */
    SUBSCRIPTION("abonnement", 0),
    /** Token of a public form: random text, second; bound to the name of the form. */
    FORM("form", 2) {
        @Override
        String signed(String text, String bound) {
            return key() + " " + bound + "\n" + text;
        }
    },
    /** Ending the mails of one pace to an account. */
    NOTICES("desabonnement", Layout.SIGNATURE_FIRST),
    /** Preview of one page, with its end. */
    PREVIEW("apercu", Layout.SIGNATURE_LAST);

    /** Order of what an address carries. */
    enum Layout {
        /** Texts with dots between them, then the signature. */
        DOTTED,
        /** Bytes: the signature, then what is signed. */
        SIGNATURE_FIRST,
        /** Bytes: what is signed, then the signature. */
        SIGNATURE_LAST
    }

    private final String key;
    private final int parts;
    private final Layout layout;

    Purpose(String key, int parts) {
        this.key = key;
        this.parts = parts;
        this.layout = Layout.DOTTED;
    }

    Purpose(String key, Layout layout) {
        this.key = key;
        this.parts = 0;
        this.layout = layout;
    }

    /** The word that the store and the signatures know it by. */
    String key() {
        return key;
    }

    /** Number of texts that an address carries before its signature. */
    int parts() {
        return parts;
    }

    Layout layout() {
        return layout;
    }

    /** Text that is signed for a text that an address carries and one that it does not. */
    String signed(String text, String bound) {
        if (!bound.isEmpty()) {
            throw new IllegalArgumentException(this + " is bound to what it carries alone");
        }
        return key + "\n" + text;
    }
}
