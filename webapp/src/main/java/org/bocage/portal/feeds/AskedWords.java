package org.bocage.portal.feeds;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.portal.territory.Communes;

/**
 * Filters that a query string asks, as on the pages: values of a kind add up, those of different kinds narrow down, what nobody
 * knows finds nothing.
 */
public final class AskedWords {

    /** A value that no item has. */
    public static final String NOTHING = "-";

    private static final int MOST = 20;
    private static final String PLACES = "communes";
    private static final Workspace WORDS = new Workspace("vocabulaires");

    private AskedWords() {}

    /** The values of a parameter, each once. */
    public static List<String> values(HttpServletRequest request, String parameter) {
        String[] values = request.getParameterValues(parameter);
        return values == null
                ? List.of()
                : Stream.of(values)
                        .filter(one -> !one.isEmpty())
                        .distinct()
                        .limit(MOST)
                        .toList();
    }

    /** Items that have one of the values asked for; empty when none is. */
    public static Optional<ContentQuery.Filter> ofValues(
            HttpServletRequest request, String parameter, String property) {
        List<String> values = values(request, parameter);
        return values.isEmpty() ? Optional.empty() : Optional.of(new ContentQuery.AnyOf(property, values));
    }

    /** Items that refer to one of the words asked for, which are named as in addresses; empty when none is. */
    public static Optional<ContentQuery.Filter> ofVocabulary(
            HttpServletRequest request, Session session, String parameter, String vocabulary, String property)
            throws RepositoryException {
        List<String> ids = new ArrayList<>();
        for (String value : values(request, parameter)) {
            ids.add(word(session, vocabulary, value));
        }
        return ids.isEmpty() ? Optional.empty() : Optional.of(new ContentQuery.AnyOf(property, ids));
    }

    /** Items of the communes asked for: by their names, by that of a group that acts together, or near one of them. */
    public static Optional<ContentQuery.Filter> ofCommunes(
            HttpServletRequest request, Session session, Communes communes, String property)
            throws RepositoryException {
        Set<String> ids = new LinkedHashSet<>();
        for (String value : values(request, "commune")) {
            String word = word(session, PLACES, value);
            Optional<Communes.Group> group = communes.group(value);
            if (word.equals(NOTHING) && group.isPresent()) {
                ids.addAll(withCodes(session, group.get().codes()));
            } else {
                ids.add(word);
            }
        }
        for (String value : values(request, "pres")) {
            Optional<Node> home = node(session, PLACES, value);
            ids.addAll(
                    home.isPresent()
                            ? withCodes(session, communes.around(ItemText.of(home.get(), "codeInsee")))
                            : Set.of(NOTHING));
        }
        return ids.isEmpty() ? Optional.empty() : Optional.of(new ContentQuery.AnyOf(property, List.copyOf(ids)));
    }

    /** The words of communes by their codes; one that no item has, when there is none. */
    private static Set<String> withCodes(Session session, Set<String> codes) throws RepositoryException {
        Set<String> ids = new LinkedHashSet<>();
        Optional<Node> all = WORDS.node(session, "/" + PLACES);
        if (all.isPresent()) {
            for (NodeIterator nodes = all.get().getNodes(); nodes.hasNext(); ) {
                Node one = nodes.nextNode();
                if (codes.contains(ItemText.of(one, "codeInsee"))) {
                    ids.add(one.getIdentifier());
                }
            }
        }
        return ids.isEmpty() ? Set.of(NOTHING) : ids;
    }

    private static Optional<Node> node(Session session, String vocabulary, String name) throws RepositoryException {
        String path = "/" + vocabulary + "/" + name;
        return name.contains("/") || !Workspace.isWellFormed(path) ? Optional.empty() : WORDS.node(session, path);
    }

    private static String word(Session session, String vocabulary, String name) throws RepositoryException {
        Optional<Node> word = node(session, vocabulary, name);
        return word.isPresent() ? word.get().getIdentifier() : NOTHING;
    }
}
