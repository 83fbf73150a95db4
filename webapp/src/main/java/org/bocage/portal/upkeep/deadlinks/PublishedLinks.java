package org.bocage.portal.upkeep.deadlinks;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/** The links within all that is on line, and the contents that they stand in. */
@Component
class PublishedLinks {

    /** How a rich text keeps a link to a content of ours. */
    static final Pattern OURS = Pattern.compile("\\$\\{link:\\{uuid:\\{([0-9a-f-]{36})}.*}}", Pattern.DOTALL);

    /** Prefix of the names of fields that hold an address, of this site too. */
    private static final String LINK = "lien";

    /** As the cleaning of rich texts writes it. */
    private static final Pattern HREF = Pattern.compile("href=\"([^\"]{1,2000})\"");

    private static final Pattern WEB = Pattern.compile("https?://[^\\s<>\"]{3,2000}");
    private static final Pattern WITHIN = Pattern.compile("/[^/\\s][^\\s]{0,999}");
    private static final int MOST = 100_000;

    private final Stores stores;
    private final ContentIndexes indexes;
    private final DefinitionRegistry registry;

    PublishedLinks(Stores stores, ContentIndexes indexes, DefinitionRegistry registry) {
        this.stores = stores;
        this.indexes = indexes;
        this.registry = registry;
    }

    /** Each address with the contents that lead there, {@code workspace/identifier}. */
    Map<String, Set<String>> all() {
        Set<String> workspaces = new LinkedHashSet<>(Set.of(Workspace.WEBSITE.name()));
        registry.current().contentTypes().forEach(type -> workspaces.add(type.workspace()));
        return stores.published().read(Identity.SYSTEM, session -> {
            Map<String, Set<String>> links = new LinkedHashMap<>();
            for (String workspace : workspaces) {
                collect(session, workspace, links);
            }
            return links;
        });
    }

    private void collect(Session session, String workspace, Map<String, Set<String>> links) throws RepositoryException {
        ContentQuery all = ContentQuery.in(workspace).page(0, MOST);
        for (Hits.Hit hit : indexes.published().find(all, Identity.SYSTEM).hits()) {
            Optional<Node> item = Workspace.byId(session, hit.id());
            if (item.isPresent()) {
                walk(item.get(), true, workspace + "/" + hit.id(), links);
            }
        }
    }

    /** The pages below a page are found by themselves. */
    private static void walk(Node node, boolean top, String item, Map<String, Set<String>> links)
            throws RepositoryException {
        if (!top && node.isNodeType("mgnl:page")) {
            return;
        }
        for (PropertyIterator properties = node.getProperties(); properties.hasNext(); ) {
            Property property = properties.nextProperty();
            if (property.getType() == PropertyType.STRING
                    && !property.getName().startsWith("jcr:")
                    && !property.getName().startsWith("mgnl:")) {
                for (Value value : property.isMultiple() ? property.getValues() : new Value[] {property.getValue()}) {
                    addresses(property.getName(), value.getString())
                            .forEach(one -> links.computeIfAbsent(one, any -> new LinkedHashSet<>())
                                    .add(item));
                }
            }
        }
        for (NodeIterator children = node.getNodes(); children.hasNext(); ) {
            walk(children.nextNode(), false, item, links);
        }
    }

    /** Returns the addresses that a value leads to: itself, when it is one, or those its markup links to. */
    private static Stream<String> addresses(String property, String value) {
        boolean leads = WEB.matcher(value).matches()
                || (property.startsWith(LINK) && WITHIN.matcher(value).matches());
        if (leads) {
            return Stream.of(value);
        }
        return HREF.matcher(value)
                .results()
                .map(found -> target(HtmlUtils.htmlUnescape(found.group(1))))
                .flatMap(Optional::stream);
    }

    private static Optional<String> target(String href) {
        String address = href.strip();
        boolean leads = OURS.matcher(address).matches()
                || WEB.matcher(address).matches()
                || WITHIN.matcher(address).matches();
        return leads ? Optional.of(address.replaceFirst("#.*$", "")) : Optional.empty();
    }
}
