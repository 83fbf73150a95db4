package org.bocage.portal.subscriptions;

import java.time.Instant;
import java.util.List;
import javax.jcr.Node;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.dates.Dates;
import org.springframework.context.ApplicationContext;

/** People who get the letter of a portal, without the mails in which each of them asked for it. */
public final class LetterReaders {

    private LetterReaders() {}

    /** Adds so many. */
    public static void add(ApplicationContext portal, int count) {
        portal.getBean(Stores.class).author().update(Identity.SYSTEM, session -> {
            for (int number = 0; number < count; number++) {
                SubscriptionCriteria wish = new SubscriptionCriteria(
                        Kind.LETTRE, "", List.of(), List.of(), "lit" + number + "@deuxvallons.example");
                Node node = Subscribers.WORKSPACE
                        .root(session)
                        .getNode(Kind.LETTRE.key())
                        .addNode("lit" + number, "mgnl:contentNode");
                wish.write(node);
                node.setProperty("cree", Dates.utc(Instant.EPOCH));
            }
        });
    }

    /** Sends what came out since the last letter to all of them. */
    public static void send(ApplicationContext portal, String title) {
        LetterShelf shelf = portal.getBean(LetterShelf.class);
        shelf.send(shelf.begin(title));
    }
}
