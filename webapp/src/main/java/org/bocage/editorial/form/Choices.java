package org.bocage.editorial.form;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.definition.form.Datasource;
import org.bocage.cms.definition.form.FieldDefinition.ComboBoxField;
import org.bocage.cms.definition.form.FieldDefinition.LinkField;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Store;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.search.ContentIndex;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.editorial.form.values.Part.Leaf;

/** Choices of the fields, as one person sees them; kept for the time of a form. */
final class Choices {

    /** Nodes offered in one field. */
    private static final int MOST = 1_000;

    /**
     * A value and its words.
     *
     * @param offered false for what is told by its words where it was chosen, and offered nobody
     * @param picture address, from the root of the site, of what it looks like; empty for none
     */
    record Choice(String value, String label, boolean offered, String picture) {
        Choice(String value, String label) {
            this(value, label, true, "");
        }
    }

    /** Contents to choose from, and whether what is stored of the chosen one is its path rather than its identifier. */
    private record Listed(Datasource source, boolean byPath) {}

    private final Store store;
    private final ContentIndex index;
    private final Identity reader;
    private final FormTexts words;
    private final LinkTargets destinations;
    private final Map<Listed, List<Choice>> known = new HashMap<>();

    Choices(Store store, ContentIndex index, Identity reader, FormTexts words, LinkTargets destinations) {
        this.destinations = destinations;
        this.store = store;
        this.index = index;
        this.reader = reader;
        this.words = words;
    }

    /** The choices of a field; none when its source is none that can be listed. */
    List<Choice> of(Leaf leaf) {
        return known.computeIfAbsent(new Listed(leaf.source(), isByPath(leaf)), this::list);
    }

    private static boolean isByPath(Leaf leaf) {
        return leaf.single() instanceof LinkField link && link.form() == LinkField.Form.PATH;
    }

    private List<Choice> list(Listed listed) {
        if (listed.source() instanceof Datasource.Options options) {
            List<Choice> choices = new ArrayList<>(options.options().stream()
                    .map(option -> new Choice(
                            option.value(),
                            words.find(option.label()).orElse(option.value()),
                            true,
                            address(option.iconSrc())))
                    .toList());
            return options.sorted() ? sorted(choices) : choices;
        }
        if (!(listed.source() instanceof Datasource.Jcr jcr)) {
            return List.of();
        }
        Set<Choice> choices = new LinkedHashSet<>(
                store.read(reader, session -> nodes(jcr, listed.byPath(), session, reader, query -> query)));
        choices.addAll(store.read(
                Identity.SYSTEM, session -> nodes(jcr, listed.byPath(), session, Identity.SYSTEM, Choices::onLine)));
        return sorted(new ArrayList<>(choices));
    }

    /** Restricts a query to what everybody reads on the site: everybody may name it, whoever may read it where it is written. */
    private static ContentQuery onLine(ContentQuery query) {
        return query.inState(State.PUBLIE)
                .and(new ContentQuery.OneOf(List.of(
                        new ContentQuery.Missing("visibilite", true),
                        new ContentQuery.AnyOf("visibilite", List.of("public")))));
    }

    /** The address of an icon: from the root of the site, which a definition may leave unsaid. */
    private static String address(String icon) {
        return icon.isEmpty() || icon.startsWith("/") ? icon : "/" + icon;
    }

    private List<Choice> nodes(
            Datasource.Jcr source, boolean byPath, Session session, Identity who, UnaryOperator<ContentQuery> which)
            throws RepositoryException {
        List<Choice> choices = new ArrayList<>();
        ContentQuery all = which.apply(ContentQuery.in(source.workspace()).under(source.rootPath()));
        for (String type : types(source)) {
            for (Hits.Hit hit : index.find(all.ofType(type).page(0, MOST), who).hits()) {
                Optional<Node> node = Workspace.byId(session, hit.id());
                if (node.isPresent()) {
                    boolean offered = destinations.isOne(new Workspace(source.workspace()), node.get());
                    choices.add(new Choice(value(source, byPath, node.get()), title(source, node.get()), offered, ""));
                }
            }
        }
        return choices;
    }

    private static List<String> types(Datasource.Jcr source) {
        List<String> items = source.allowedNodeTypes().stream()
                .filter(type -> !type.equals("mgnl:folder"))
                .toList();
        return items.isEmpty() ? List.of("") : items;
    }

    private static String value(Datasource.Jcr source, boolean byPath, Node node) throws RepositoryException {
        if (!source.valueProperty().isEmpty()) {
            return property(node, source.valueProperty());
        }
        return byPath ? Workspace.path(node) : node.getIdentifier();
    }

    /** The title, which a generated form calls by the name of the node alone. */
    private static String title(Datasource.Jcr source, Node node) throws RepositoryException {
        String by = source.describeByProperty();
        List<String> candidates =
                by.isEmpty() || by.equals("name") ? List.of("titre", "title", "name") : List.of(by, "name");
        for (String candidate : candidates) {
            String text = property(node, candidate);
            if (!text.isBlank()) {
                return text;
            }
        }
        return node.getName();
    }

    private static String property(Node node, String name) throws RepositoryException {
        return node.hasProperty(name) && !node.getProperty(name).isMultiple()
                ? node.getProperty(name).getString()
                : "";
    }

    private static List<Choice> sorted(List<Choice> choices) {
        Collator french = Collator.getInstance(Locale.FRENCH);
        choices.sort(Comparator.comparing(Choice::label, french));
        return List.copyOf(choices);
    }

    /** Whether a value is one that may be chosen: a listed one, or a content of the right place and type. */
    boolean allows(Leaf leaf, String value) {
        if (leaf.single() instanceof ComboBoxField combo && combo.textInputAllowed()) {
            return true;
        }
        if (leaf.isPicture()) {
            return value.startsWith("jcr:") && exists(Workspace.DAM, value.substring("jcr:".length()));
        }
        if (leaf.source() instanceof Datasource.Jcr source
                && source.valueProperty().isEmpty()) {
            boolean byPath = isByPath(leaf);
            return !Workspace.isName(source.workspace())
                    || store.<Boolean>read(reader, session -> fits(source, session, value, byPath))
                    || of(leaf).stream().anyMatch(choice -> choice.value().equals(value))
                    || isElsewhere(source);
        }
        boolean listed = leaf.source() instanceof Datasource.Options || leaf.source() instanceof Datasource.Jcr;
        return !listed || of(leaf).stream().anyMatch(choice -> choice.value().equals(value));
    }

    /** Whether the contents to choose from lie in a workspace that is not here: nobody chooses any, and what was chosen elsewhere stays. */
    private boolean isElsewhere(Datasource.Jcr source) {
        return store.<Boolean>read(Identity.SYSTEM, session -> !new Workspace(source.workspace()).exists(session));
    }

    private boolean exists(Workspace workspace, String identifier) {
        return store.read(
                reader, session -> workspace.nodeById(session, identifier).isPresent());
    }

    private static boolean fits(Datasource.Jcr source, Session session, String value, boolean byPath)
            throws RepositoryException {
        Workspace workspace = new Workspace(source.workspace());
        Optional<Node> found =
                byPath && value.startsWith("/") ? workspace.node(session, value) : workspace.nodeById(session, value);
        if (found.isEmpty()) {
            return false;
        }
        String root = source.rootPath().equals("/") ? "/" : source.rootPath() + "/";
        if (!Workspace.path(found.get()).startsWith(root)) {
            return false;
        }
        for (String type : types(source)) {
            if (type.isEmpty() || found.get().isNodeType(type)) {
                return true;
            }
        }
        return false;
    }
}
