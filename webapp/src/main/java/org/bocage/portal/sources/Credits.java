package org.bocage.portal.sources;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import org.bocage.cms.repository.tree.TreeWriter;
import org.jspecify.annotations.Nullable;

/**
 * Public credits of an event, an annonce or the news of a portal: its sources, each with its colour. More than one when two told of
 * the same.
 */
final class Credits {

    private static final String HOLDER = "annonceurs";

    private Credits() {}

    /** One of them. */
    record Credit(String source, String name, String colour) {

        static Credit of(Source source) {
            return new Credit(source.id(), source.name(), source.colour());
        }
    }

    /** Whether a source is named as it is called now; who told of an item by hand is not named. */
    static boolean names(Node item, Source source) throws RepositoryException {
        return read(item).contains(Credit.of(source));
    }

    /** Names a source, in the place where it was named before. */
    static void name(Node item, Credit credit) throws RepositoryException {
        List<Credit> all = read(item);
        int place = all.stream().map(Credit::source).toList().indexOf(credit.source());
        if (place < 0) {
            all.add(credit);
        } else {
            all.set(place, credit);
        }
        write(item, all);
    }

    /** Names whoever another item names, too. */
    static void add(Node item, Node other) throws RepositoryException {
        for (Credit one : read(other)) {
            name(item, one);
        }
    }

    /** Names a source no more. */
    static void drop(Node item, String source) throws RepositoryException {
        write(
                item,
                read(item).stream().filter(one -> !one.source().equals(source)).toList());
    }

    private static List<Credit> read(Node item) throws RepositoryException {
        List<Credit> all = new ArrayList<>();
        if (item.hasNode(HOLDER)) {
            for (NodeIterator nodes = item.getNode(HOLDER).getNodes(); nodes.hasNext(); ) {
                Node one = nodes.nextNode();
                all.add(new Credit(Source.text(one, "source"), Source.text(one, "nom"), Source.text(one, "couleur")));
            }
        }
        return all;
    }

    private static void write(Node item, List<Credit> all) throws RepositoryException {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Credit one : all) {
            values.put(
                    String.valueOf(values.size()),
                    Map.of("source", one.source(), "nom", one.name(), "couleur", one.colour()));
        }
        for (int i = all.size(); item.hasNode(HOLDER + "/" + i); i++) {
            values.put(String.valueOf(i), null);
        }
        TreeWriter.put(item, Map.of(HOLDER, values));
    }
}
