package org.bocage.portal.territory;

import static org.bocage.portal.territory.PublishedCommunes.CODE;
import static org.bocage.portal.territory.PublishedCommunes.EPCI;
import static org.bocage.portal.territory.PublishedCommunes.LATITUDE;
import static org.bocage.portal.territory.PublishedCommunes.LONGITUDE;
import static org.bocage.portal.territory.PublishedCommunes.PATH;
import static org.bocage.portal.territory.PublishedCommunes.POSTCODE;
import static org.bocage.portal.territory.PublishedCommunes.POSTCODES;
import static org.bocage.portal.territory.PublishedCommunes.TITLE;
import static org.bocage.portal.territory.PublishedCommunes.WORKSPACE;
import static org.bocage.portal.territory.PublishedCommunes.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.editorial.publishing.LiveFields;
import org.bocage.editorial.publishing.Publisher;
import org.bocage.editorial.workflow.Actor;
import org.bocage.portal.territory.drawing.Plot;
import org.bocage.portal.territory.drawing.TerritoryDrawing;
import org.bocage.portal.territory.france.FoldedName;
import org.bocage.portal.territory.france.FrenchCommune;
import org.bocage.portal.territory.france.TerritoryChoice;
import org.bocage.portal.words.ReplacedWords;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * The territory as the vocabulary keeps it: its communes with their facts and their plots, and beside them the frame of the
 * drawing. Both are written in one save, and on line when it returns.
 */
@Component
class KeptTerritory {

    /** The frame of the drawing. */
    static final String FRAME = "territoire";

    /**
     * Property of the frame with the names in the addresses of communes that are no longer of the territory, each with that of the
     * commune whose page is instead, {@code ancienne>nouvelle}, where there is one.
     */
    static final String FORMER = "anciennes";

    /** Property of the frame with the SHA-256 of the file of outlines that the map was drawn with. */
    static final String OUTLINES = "contours";

    static final char INSTEAD = '>';

    private static final String POPULATION = "population";
    private static final String DEPARTEMENT = "departement";
    private static final String EPCI_CODE = "epciCode";
    private static final String NEIGHBOURS = "voisines";
    static final String PLOT = "parcelle";
    private static final String DEMO = "demo";
    private static final String NAME = "name";

    private final Stores stores;
    private final Publisher publisher;
    private final ReplacedWords replaced;
    private final OutlineFile outlines;

    KeptTerritory(Stores stores, Publisher publisher, ReplacedWords replaced, OutlineFile outlines) {
        this.outlines = outlines;
        this.replaced = replaced;
        this.stores = stores;
        this.publisher = publisher;
    }

    /** Facts and drawings count whatever version of a word is on line. */
    @Bean
    static LiveFields liveCommunes() {
        return new LiveFields(
                WORKSPACE.name(),
                Set.of(
                        POSTCODE,
                        POSTCODES,
                        POPULATION,
                        DEPARTEMENT,
                        EPCI,
                        EPCI_CODE,
                        LATITUDE,
                        LONGITUDE,
                        NEIGHBOURS,
                        PLOT,
                        DEMO));
    }

    /**
     * A commune of the vocabulary.
     *
     * @param id of its node
     */
    record Word(String id, String code, String title) {}

    /** Returns the communes that are kept, in their order. */
    List<Word> words() {
        return stores.author().read(Identity.SYSTEM, session -> {
            List<Word> words = new ArrayList<>();
            for (Node node : present(session).values()) {
                words.add(new Word(node.getIdentifier(), text(node, CODE), text(node, TITLE)));
            }
            return words;
        });
    }

    /** Whether the facts of every commune are known, and with them its plot. */
    boolean isDescribed() {
        return stores.author().read(Identity.SYSTEM, session -> {
            for (Node node : present(session).values()) {
                if (!node.hasProperty(POPULATION)) {
                    return false;
                }
            }
            return true;
        });
    }

    /** Whether the map was drawn with the file of outlines that is there now, or without one when there is none. */
    boolean isDrawnFromOutlines() {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> frame = WORKSPACE.node(session, "/" + FRAME);
            return frame.isEmpty() || text(frame.get(), OUTLINES).equals(outlines.digest());
        });
    }

    private static Map<String, Node> present(Session session) throws RepositoryException {
        Map<String, Node> present = new LinkedHashMap<>();
        Optional<Node> folder = WORKSPACE.node(session, PATH);
        if (folder.isPresent()) {
            for (NodeIterator nodes = folder.get().getNodes(); nodes.hasNext(); ) {
                Node node = nodes.nextNode();
                if (!text(node, CODE).isEmpty()) {
                    present.put(text(node, CODE), node);
                }
            }
        }
        return present;
    }

    /**
     * Keeps a territory instead of the one before.
     *
     * @param instead codes of communes that contents name from now on, by the code of one that leaves
     */
    synchronized void keep(TerritoryChoice choice, Map<String, String> instead, Actor by, Instant now) {
        TerritoryDrawing drawing = TerritoryDrawing.of(choice, outlines.of(choice));
        stores.author().update(Identity.SYSTEM, session -> {
            NodeTypes.ensureWorkspace(session, WORKSPACE);
            new Writing(session, choice, drawing, instead, by, now).write();
        });
        replaced.settle();
    }

    /** One territory being written, in a session that the caller saves. */
    private final class Writing {

        private final Session session;
        private final TerritoryChoice choice;
        private final TerritoryDrawing drawing;
        private final Map<String, Plot> plots;
        private final Map<String, String> instead;
        private final Actor by;
        private final Instant now;
        private final Map<String, String> former = new TreeMap<>();

        Writing(
                Session session,
                TerritoryChoice choice,
                TerritoryDrawing drawing,
                Map<String, String> instead,
                Actor by,
                Instant now) {
            this.instead = instead;
            this.session = session;
            this.choice = choice;
            this.drawing = drawing;
            this.plots = drawing.plots().stream().collect(Collectors.toMap(Plot::code, Function.identity()));
            this.by = by;
            this.now = now;
        }

        void write() throws RepositoryException {
            Map<String, Node> present = present(session);
            Node folder = folder();
            Map<String, Node> written = new HashMap<>();
            Map<String, Long> namesakes = choice.communes().stream()
                    .collect(Collectors.groupingBy(FrenchCommune::name, HashMap::new, Collectors.counting()));
            for (FrenchCommune commune : choice.communes()) {
                Node node = present.get(commune.code());
                if (node == null) {
                    boolean isAlone = namesakes.getOrDefault(commune.name(), 1L) == 1;
                    node = add(folder, commune, isAlone ? commune.name() : commune.label());
                }
                describe(node, commune);
                written.put(commune.code(), node);
            }
            for (Map.Entry<String, Node> one : present.entrySet()) {
                if (!written.containsKey(one.getKey())) {
                    leave(one.getValue(), Optional.ofNullable(written.get(instead.getOrDefault(one.getKey(), ""))));
                }
            }
            order(folder);
            writeFrame();
        }

        private void leave(Node commune, Optional<Node> other) throws RepositoryException {
            former.put(commune.getName(), other.isPresent() ? other.get().getName() : "");
            if (other.isPresent()) {
                replaced.remember(commune, other.get(), by, now);
            }
            Revisions.forget(session, commune.getIdentifier());
            commune.remove();
        }

        private Node folder() throws RepositoryException {
            Node root = WORKSPACE.root(session);
            String name = PATH.substring(1);
            return root.hasNode(name) ? root.getNode(name) : root.addNode(name, "mgnl:folder");
        }

        private Node add(Node folder, FrenchCommune commune, String title) throws RepositoryException {
            String slug = FoldedName.of(commune.name()).text().replace(' ', '-');
            String name = folder.hasNode(slug) ? slug + "-" + commune.code().toLowerCase(Locale.ROOT) : slug;
            Node node = folder.addNode(name, "bocage:vocabulaire");
            node.setProperty(NAME, name);
            node.setProperty(TITLE, title);
            node.setProperty(CODE, commune.code());
            node.setProperty("mgnl:created", Dates.utc(now));
            node.setProperty("mgnl:createdBy", by.name());
            publisher.publish(node, now, by.name());
            return node;
        }

        private void describe(Node node, FrenchCommune commune) throws RepositoryException {
            String[] postcodes = commune.postcodes().toArray(new String[0]);
            if (postcodes.length > 0) {
                node.setProperty(POSTCODE, postcodes[0]);
            }
            node.setProperty(POSTCODES, postcodes);
            node.setProperty(POPULATION, (long) commune.population());
            node.setProperty(DEPARTEMENT, commune.departement());
            put(node, EPCI, commune.epci().map(FrenchCommune.Epci::name));
            put(node, EPCI_CODE, commune.epci().map(FrenchCommune.Epci::code));
            remove(node, LATITUDE);
            remove(node, LONGITUDE);
            if (commune.centre().isPresent()) {
                node.setProperty(LATITUDE, commune.centre().get().latitude());
                node.setProperty(LONGITUDE, commune.centre().get().longitude());
            }
            node.setProperty(NEIGHBOURS, commune.neighbours().toArray(new String[0]));
            put(node, PLOT, Optional.ofNullable(plots.get(commune.code())).map(Writing::written));
            remove(node, DEMO);
        }

        private static String written(Plot plot) {
            return String.join(
                    "|",
                    String.valueOf(plot.fill()),
                    String.valueOf(plot.x()),
                    String.valueOf(plot.y()),
                    String.valueOf(plot.pointX()),
                    String.valueOf(plot.pointY()),
                    plot.path());
        }

        private static void put(Node node, String name, Optional<String> value) throws RepositoryException {
            if (value.isPresent()) {
                node.setProperty(name, value.get());
            } else {
                remove(node, name);
            }
        }

        private static void remove(Node node, String name) throws RepositoryException {
            if (node.hasProperty(name)) {
                node.getProperty(name).remove();
            }
        }

        /** Communes by their names, then what is none. */
        private void order(Node folder) throws RepositoryException {
            List<Node> communes = new ArrayList<>();
            List<Node> others = new ArrayList<>();
            for (NodeIterator nodes = folder.getNodes(); nodes.hasNext(); ) {
                Node node = nodes.nextNode();
                (text(node, CODE).isEmpty() ? others : communes).add(node);
            }
            Map<String, String> keys = new HashMap<>();
            for (Node node : communes) {
                keys.put(node.getName(), FoldedName.of(text(node, TITLE)).text());
            }
            List<String> names = new ArrayList<>(keys.keySet());
            names.sort(Comparator.comparing((String name) -> keys.getOrDefault(name, name))
                    .thenComparing(Comparator.naturalOrder()));
            List<String> before = new ArrayList<>();
            for (Node node : communes) {
                before.add(node.getName());
            }
            if (!before.equals(names)) {
                for (String name : names) {
                    folder.orderBefore(name, null);
                }
            }
            for (Node node : others) {
                folder.orderBefore(node.getName(), null);
            }
        }

        private void writeFrame() throws RepositoryException {
            Node root = WORKSPACE.root(session);
            boolean isNew = !root.hasNode(FRAME);
            Node frame = isNew ? root.addNode(FRAME, "mgnl:content") : root.getNode(FRAME);
            if (frame.hasProperty(FORMER)) {
                for (Value value : frame.getProperty(FORMER).getValues()) {
                    String name = value.getString();
                    int end = name.indexOf(INSTEAD);
                    former.putIfAbsent(end < 0 ? name : name.substring(0, end), end < 0 ? "" : name.substring(end + 1));
                }
            }
            for (Node node : present(session).values()) {
                former.remove(node.getName());
            }
            for (String name : Arrays.asList("gauche", "haut", "source", "buissons", OUTLINES, DEMO)) {
                remove(frame, name);
            }
            frame.setProperty("largeur", (long) drawing.width());
            frame.setProperty("hauteur", (long) drawing.height());
            frame.setProperty("kilometre", drawing.kilometre());
            frame.setProperty("haie", drawing.hedge());
            frame.setProperty("est", drawing.east());
            frame.setProperty("nord", drawing.north());
            frame.setProperty(
                    FORMER,
                    former.entrySet().stream()
                            .map(one -> one.getKey() + (one.getValue().isEmpty() ? "" : INSTEAD + one.getValue()))
                            .toArray(String[]::new));
            if (!outlines.digest().isEmpty()) {
                frame.setProperty(OUTLINES, outlines.digest());
            }
            if (!drawing.bushes().isEmpty()) {
                frame.setProperty("buissons", drawing.bushes());
            }
            frame.setProperty("mgnl:lastModified", Dates.utc(now));
            frame.setProperty("mgnl:lastModifiedBy", by.name());
            publisher.publish(frame, now, by.name());
        }
    }
}
