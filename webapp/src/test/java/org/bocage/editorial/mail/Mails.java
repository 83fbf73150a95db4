package org.bocage.editorial.mail;

import java.util.List;

/** The mails of a portal with their texts, for tests alone: no list of the portal reads these. */
public final class Mails {

    private Mails() {}

    /** The latest, those that wait first. */
    public static List<Outbox.Entry> last(Outbox outbox, int most) {
        return outbox.list(0, most).mails().stream()
                .flatMap(header -> outbox.find(header.id()).stream())
                .toList();
    }
}
