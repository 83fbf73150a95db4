package org.bocage.portal.sources;

import java.util.ArrayList;
import java.util.List;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;

/** Who told of an event, for everybody to read: the sources, each with its colour. More than one when two told of the same. */
final class Credits {

    private static final String HOLDER = "annonceurs";
    private static final String TYPE = "mgnl:contentNode";

    private Credits() {}

    /** One of them. */
    record Credit(String source, String name, String colour) {

        static Credit of(Source source) {
            return new Credit(source.id(), source.title(), source.colour());
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
        Node holder = item.hasNode(HOLDER) ? item.getNode(HOLDER) : item.addNode(HOLDER, TYPE);
        for (int i = 0; i < all.size(); i++) {
            String name = String.valueOf(i);
            Node one = holder.hasNode(name) ? holder.getNode(name) : holder.addNode(name, TYPE);
            one.setProperty("source", all.get(i).source());
            one.setProperty("nom", all.get(i).name());
            one.setProperty("couleur", all.get(i).colour());
        }
        for (int i = all.size(); holder.hasNode(String.valueOf(i)); i++) {
            holder.getNode(String.valueOf(i)).remove();
        }
    }
}
