package org.bocage.portal.subscriptions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Value;

/**
 * A letter, as it is kept.
 *
 * @param from the first day of which it tells what came out
 * @param to the last one
 * @param left items of these days that it does not tell; all others it does
 * @param state {@code brouillon}, {@code envoi} while it goes out, {@code envoyee}
 * @param sent when it went out; empty for a draft
 * @param readers how many it went to
 */
public record Letter(
        String id,
        String title,
        String introduction,
        LocalDate from,
        LocalDate to,
        Set<String> left,
        String state,
        Optional<Instant> sent,
        long readers) {

    /** Property of how far a letter is: no state of an item, as nobody reviews letters. */
    static final String STATE = "etat";

    static final String DRAFT = "brouillon";
    static final String GOING = "envoi";
    static final String GONE = "envoyee";

    /** Whether it may still be changed. */
    public boolean isDraft() {
        return state.equals(DRAFT);
    }

    static Letter read(Node node) throws RepositoryException {
        List<String> left = new ArrayList<>();
        for (Value value : node.getProperty("ecartes").getValues()) {
            left.add(value.getString());
        }
        return new Letter(
                node.getName(),
                node.getProperty("titre").getString(),
                node.getProperty("introduction").getString(),
                LocalDate.parse(node.getProperty("du").getString()),
                LocalDate.parse(node.getProperty("au").getString()),
                Set.copyOf(left),
                node.getProperty(STATE).getString(),
                node.hasProperty("partieLe")
                        ? Optional.of(node.getProperty("partieLe").getDate().toInstant())
                        : Optional.empty(),
                node.getProperty("lecteurs").getLong());
    }

    void write(Node node) throws RepositoryException {
        node.setProperty("titre", title);
        node.setProperty("introduction", introduction);
        node.setProperty("du", from.toString());
        node.setProperty("au", to.toString());
        node.setProperty("ecartes", left.toArray(new String[0]));
        node.setProperty(STATE, state);
        node.setProperty("lecteurs", readers);
    }
}
