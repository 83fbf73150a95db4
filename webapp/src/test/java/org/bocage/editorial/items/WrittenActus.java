package org.bocage.editorial.items;

import java.util.Locale;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.e2e.Portal;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Review;

/** Actus that the contributor of the demo wrote, each moved by one gesture. */
public final class WrittenActus {

    private static final Actor MAINS = new Actor("contributeur", "Les Mains Vertes du Haut", Set.of("contributeur"));
    private static final Actor NOOR = new Actor("salariee", "Noor", Set.of("salariee"));

    private final Stores stores;
    private final Review review;

    public WrittenActus(Portal portal) {
        this.stores = portal.context().getBean(Stores.class);
        this.review = portal.context().getBean(Review.class);
    }

    /** Writes one, moved by its author, or by Noor for {@code publier}, and returns its identifier. */
    public String add(String title, String gesture) {
        return stores.author().write(Identity.SYSTEM, session -> {
            String name = title.toLowerCase(Locale.FRENCH)
                    .replaceAll("[^a-z0-9]+", "-")
                    .replaceAll("^-|-$", "");
            Node item = session.getNode("/actus").addNode(name, "bocage:actu");
            AccessControl.setOwner(item, MAINS.name());
            item.setProperty("auteur", MAINS.name());
            Actor actor = gesture.equals("publier") ? NOOR : MAINS;
            review.move(session, item, gesture, actor, 0, "", node -> fill(node, title));
            return item.getIdentifier();
        });
    }

    /** Proposes one that is there without fields. */
    void propose(Session session, Node item, String title) throws RepositoryException {
        item.setProperty("auteur", MAINS.name());
        review.move(session, item, "proposer", MAINS, 0, "", node -> fill(node, title));
    }

    private static void fill(Node item, String title) throws RepositoryException {
        item.setProperty("titre", title);
        item.setProperty("name", item.getName());
        item.setProperty("origine", "territoire");
        item.setProperty("chapo", "Une phrase assez longue pour dire de quoi il s’agit.");
        item.setProperty("corps", "<p>Voilà.</p>");
        item.setProperty("themes", new String[] {"b0ca0002-0000-4000-8000-000000000005"});
        item.setProperty("contactStructure", "b0ca0004-0000-4000-8000-000000000000");
        item.setProperty("visibilite", "public");
    }
}
