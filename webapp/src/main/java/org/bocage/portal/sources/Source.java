package org.bocage.portal.sources;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import org.bocage.cms.outgoing.Answer;
import org.bocage.cms.repository.Workspace;
import org.bocage.portal.sources.reading.Entry;

/**
 * Where something comes from, as the staff described it.
 *
 * @param name that everybody is told: that of the portal it is part of, else its title
 * @param address to be asked; {@code webcal:} means {@code https:}
 * @param actor identifier of the structure it belongs to
 * @param colour key of the colour its events are marked with
 * @param publishes whether what comes is on line at once
 * @param byTitle whether it calls the same thing otherwise each time, so that title, start and place tell what is what
 * @param mayDecide whether that may be found out
 * @param isPortal whether it is part of another portal that is followed as a whole
 */
public record Source(
        String id,
        String path,
        String title,
        String name,
        Kind kind,
        String address,
        String actor,
        String origin,
        String colour,
        String criterion,
        String commune,
        List<String> themes,
        boolean publishes,
        boolean byTitle,
        boolean mayDecide,
        boolean isPortal,
        Answer.Mark mark) {

    static final Workspace SOURCES = new Workspace("sources");
    static final String TYPE = "bocage:source";

    /** Kinds of sources: what a source gives, as its form calls it, and the type of the items that come of it. */
    enum Kind {
        AGENDA("ical", "evenements"),
        NEWS("rss", "actus"),
        STRUCTURES("gogocarto", "acteurs"),
        ADS("annonces", "annonces");

        private final String key;
        private final String type;

        Kind(String key, String type) {
            this.key = key;
            this.type = type;
        }

        String key() {
            return key;
        }

        String type() {
            return type;
        }

        /** Whether what comes of it may go on line at once, and names its source for everybody. */
        boolean mayPublish() {
            return this == AGENDA || this == ADS;
        }

        /** Returns the kind that a form calls so; an agenda for what it does not know. */
        static Kind of(String key) {
            return Stream.of(values())
                    .filter(kind -> kind.key.equals(key))
                    .findFirst()
                    .orElse(AGENDA);
        }
    }

    /** Address of the portal that a source is part of. */
    static final String PORTAL = "portail";

    /** Name of that portal when it was followed. */
    static final String PORTAL_NAME = "nomDuPortail";

    private static final long HOURS = 6;
    private static final int MOST_THEMES = 3;
    /** As far back as our own calendars tell. */
    private static final Duration BACK = Duration.ofDays(30);

    static Source of(Node node) throws RepositoryException {
        Kind kind = Kind.of(text(node, "genre"));
        String key = text(node, "cle");
        return new Source(
                node.getIdentifier(),
                Workspace.path(node),
                text(node, "titre"),
                text(node, PORTAL_NAME).isEmpty() ? text(node, "titre") : text(node, PORTAL_NAME),
                kind,
                address(text(node, "adresse")),
                text(node, "acteur"),
                text(node, "origineParDefaut"),
                text(node, "couleur"),
                text(node, "critereParDefaut"),
                text(node, "communeParDefaut"),
                themes(node, kind),
                text(node, "mode").equals("publier"),
                key.equals("repli"),
                !key.equals("uid") && !key.equals("repli"),
                !text(node, PORTAL).isEmpty(),
                new Answer.Mark(text(node, "etag"), text(node, "derniereModification")));
    }

    /** {@code webcal://} is how browsers are told to open a calendar; what is meant is a page. */
    static String address(String typed) {
        return typed.strip().replaceFirst("(?i)^webcals?:", "https:");
    }

    /**
     * Whether what is not known yet is taken in: nobody is asked about what is over, but of what goes on line by itself the last
     * month is told, as our own calendars do.
     */
    boolean takes(Entry entry, Instant now) {
        return !entry.isOver(publishes && kind == Kind.AGENDA ? now.minus(BACK) : now);
    }

    /** Whether it is to be read, at its rhythm. */
    static boolean isDue(Node node, Instant now) throws RepositoryException {
        if (!text(node, "active").equals("true")) {
            return false;
        }
        if (!node.hasProperty("dernierEssai")) {
            return true;
        }
        String rhythm = text(node, "rythme");
        Duration pause = Duration.ofHours(rhythm.matches("[0-9]{1,3}") ? Long.parseLong(rhythm) : HOURS);
        return !node.getProperty("dernierEssai")
                .getDate()
                .toInstant()
                .plus(pause)
                .isAfter(now);
    }

    /** Themes of what comes without: those that were chosen, else the domains of who tells it, but for other structures. */
    private static List<String> themes(Node node, Kind kind) throws RepositoryException {
        List<String> chosen = texts(node, "themesParDefaut");
        Optional<Node> structure = Workspace.byId(node.getSession(), text(node, "acteur"));
        return chosen.isEmpty() && structure.isPresent() && kind != Kind.STRUCTURES
                ? texts(structure.get(), "domaines").stream().limit(MOST_THEMES).toList()
                : chosen;
    }

    static String text(Node node, String name) throws RepositoryException {
        return node.hasProperty(name) ? node.getProperty(name).getString() : "";
    }

    static List<String> texts(Node node, String name) throws RepositoryException {
        List<String> all = new ArrayList<>();
        if (node.hasProperty(name)) {
            for (Value value : node.getProperty(name).getValues()) {
                all.add(value.getString());
            }
        }
        return all;
    }
}
