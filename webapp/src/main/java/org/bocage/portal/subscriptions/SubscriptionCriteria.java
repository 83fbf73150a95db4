package org.bocage.portal.subscriptions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Value;

/**
 * Content that a subscriber wishes to be told of.
 *
 * @param about identifier of the event; empty for what is about none
 * @param types kinds of annonces; empty for all, and for what has none
 * @param communes identifiers of their words; empty for all
 * @param email a bare address, in small letters
 */
record SubscriptionCriteria(Kind kind, String about, List<String> types, List<String> communes, String email) {

    SubscriptionCriteria {
        types = List.copyOf(types);
        communes = List.copyOf(communes);
        email = email.toLowerCase(Locale.ROOT);
    }

    /** The wish to get the letter. */
    static SubscriptionCriteria letter(String email) {
        return new SubscriptionCriteria(Kind.LETTRE, "", List.of(), List.of(), email);
    }

    void write(Node node) throws RepositoryException {
        node.setProperty("genre", kind.key());
        node.setProperty("sur", about);
        node.setProperty("types", types.toArray(new String[0]));
        node.setProperty("communes", communes.toArray(new String[0]));
        node.setProperty("courriel", email);
    }

    static SubscriptionCriteria read(Node node) throws RepositoryException {
        return new SubscriptionCriteria(
                Kind.of(node.getProperty("genre").getString()).orElseThrow(),
                node.getProperty("sur").getString(),
                all(node, "types"),
                all(node, "communes"),
                node.getProperty("courriel").getString());
    }

    private static List<String> all(Node node, String name) throws RepositoryException {
        List<String> all = new ArrayList<>();
        for (Value value : node.getProperty(name).getValues()) {
            all.add(value.getString());
        }
        return all;
    }
}
