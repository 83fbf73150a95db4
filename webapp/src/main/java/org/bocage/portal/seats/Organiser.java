package org.bocage.portal.seats;

import org.bocage.editorial.mail.Mail;

/**
 * Person who keeps the list of an event.
 *
 * @param mail where answers go; empty when nobody is known
 * @param list path of the page of the list, which lets somebody without an account in
 * @param hasAccount whether they see the list in the private space
 */
record Organiser(String name, String mail, String list, boolean hasAccount) {

    static final Organiser NOBODY = new Organiser("", "", "", false);

    /** Whether a mail reaches them. */
    boolean isReached() {
        return Mail.isAddress(mail);
    }
}
