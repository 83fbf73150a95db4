package org.bocage.portal.sources;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.portal.sources.reading.Territory;

/**
 * The words of the portal that a source may mean: its communes, its themes, its families of structures, who may answer an annonce,
 * everybody. Identifiers of their nodes.
 */
record Vocabulary(
        Map<String, String> communes,
        Map<String, String> themes,
        Map<String, String> families,
        Map<String, String> audiences,
        Optional<String> everybody) {

    private static final int MOST_THEMES = 3;

    static Vocabulary read(Session session) throws RepositoryException {
        Map<String, String> communes = new HashMap<>();
        for (Node one : values(session, "communes")) {
            communes.put(one.getName(), one.getIdentifier());
            communes.put(Source.text(one, "codeInsee"), one.getIdentifier());
        }
        Optional<String> everybody = Optional.empty();
        for (Node one : values(session, "publics")) {
            if (one.getName().equals("tout-public")) {
                everybody = Optional.of(one.getIdentifier());
            }
        }
        return new Vocabulary(
                communes,
                titles(session, "themes"),
                titles(session, "familles"),
                titles(session, "profils"),
                everybody);
    }

    private static Map<String, String> titles(Session session, String name) throws RepositoryException {
        Map<String, String> titles = new HashMap<>();
        for (Node one : values(session, name)) {
            titles.put(Territory.fold(Source.text(one, "titre")), one.getIdentifier());
        }
        return titles;
    }

    private static List<Node> values(Session session, String name) throws RepositoryException {
        String path = "/vocabulaires/" + name;
        List<Node> values = new ArrayList<>();
        if (session.nodeExists(path)) {
            for (NodeIterator nodes = session.getNode(path).getNodes(); nodes.hasNext(); ) {
                values.add(nodes.nextNode());
            }
        }
        return values;
    }

    /** The commune of a code, else the source's. */
    String commune(Optional<String> code, Source source) {
        return code.flatMap(one -> Optional.ofNullable(communes.get(one))).orElse(source.commune());
    }

    /** Returns the family that one of a source's words names; empty when none does. */
    String family(List<String> words) {
        return words.stream()
                .flatMap(word -> Optional.ofNullable(families.get(Territory.fold(word))).stream())
                .findFirst()
                .orElse("");
    }

    /** Returns who is named by a source's words. */
    List<String> profiles(List<String> words) {
        return words.stream()
                .flatMap(word -> Optional.ofNullable(audiences.get(Territory.fold(word))).stream())
                .distinct()
                .toList();
    }

    /** The themes that a source's words name, else the source's. */
    List<String> themes(List<String> words, Source source) {
        List<String> named = words.stream()
                .map(Territory::fold)
                .flatMap(word -> Optional.ofNullable(themes.get(word)).stream())
                .distinct()
                .limit(MOST_THEMES)
                .toList();
        return named.isEmpty() ? source.themes() : named;
    }
}
