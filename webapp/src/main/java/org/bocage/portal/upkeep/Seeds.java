package org.bocage.portal.upkeep;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.screens.extension.FormObjections;
import org.bocage.editorial.workflow.Review;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Check that births never go round in a circle (PO-11): nothing is born of what it gave birth to. */
@Component
class Seeds implements FormObjections {

    private static final String FIELD = "graines";
    private static final String BORN_OF = "nee-de";
    private static final List<String> TOLD_IN = List.of("actions", "projets", "acteurs");
    private static final List<String> ENDS = List.of("acteur", "projet", "action", "lieu");
    private static final int MOST = 1_000;
    private static final int MOST_ENTRIES = 20;

    private final Stores stores;
    private final ContentIndexes indexes;
    private final MessageSource messages;

    Seeds(Stores stores, ContentIndexes indexes, MessageSource messages) {
        this.stores = stores;
        this.indexes = indexes;
        this.messages = messages;
    }

    /** By the identifier of what was there first, those of what was born of it. */
    private record Births(Map<String, Set<String>> born) {

        void add(String teller, String kind, String other) {
            boolean isChild = kind.equals(BORN_OF);
            born.computeIfAbsent(isChild ? other : teller, key -> new HashSet<>())
                    .add(isChild ? teller : other);
        }

        /** Whether one may go from something to itself. */
        boolean goRound(String start) {
            Deque<String> next = new ArrayDeque<>(born.getOrDefault(start, Set.of()));
            Set<String> seen = new HashSet<>(next);
            while (!next.isEmpty()) {
                for (String one : born.getOrDefault(next.remove(), Set.of())) {
                    if (seen.add(one)) {
                        next.add(one);
                    }
                }
            }
            return seen.contains(start);
        }
    }

    @Override
    public Optional<Objection> objection(String type, FormValues values, FormValues before) {
        if (!TOLD_IN.contains(type) || values.within(FIELD).isBlank()) {
            return Optional.empty();
        }
        String own = own(type, before.text("name"));
        return stores.author().read(Identity.SYSTEM, session -> {
            Births births = new Births(new HashMap<>());
            for (String workspace : TOLD_IN) {
                for (Hits.Hit hit : tellers(workspace)) {
                    if (!hit.id().equals(own)) {
                        Optional<Node> item = Workspace.byId(session, hit.id());
                        if (item.isPresent()) {
                            add(births, item.get());
                        }
                    }
                }
            }
            for (int i = 0; i < MOST_ENTRIES; i++) {
                String entry = FIELD + "[" + i + "].";
                for (String end : ENDS) {
                    String other = values.text(entry + end);
                    if (!other.isBlank()) {
                        births.add(own, values.text(entry + "genre"), other);
                        if (births.goRound(own)) {
                            return Optional.of(new Objection(FIELD, say(session, other)));
                        }
                    }
                }
            }
            return Optional.empty();
        });
    }

    private static void add(Births births, Node item) throws RepositoryException {
        if (!item.hasNode(FIELD)) {
            return;
        }
        for (NodeIterator entries = item.getNode(FIELD).getNodes(); entries.hasNext(); ) {
            Node entry = entries.nextNode();
            for (String end : ENDS) {
                if (entry.hasProperty(end) && entry.hasProperty("genre")) {
                    births.add(
                            item.getIdentifier(),
                            entry.getProperty("genre").getString(),
                            entry.getProperty(end).getString());
                }
            }
        }
    }

    private List<Hits.Hit> tellers(String workspace) {
        return indexes.author()
                .find(
                        ContentQuery.in(workspace)
                                .and(new ContentQuery.Missing(FIELD + "/genre", false))
                                .page(0, MOST),
                        Identity.SYSTEM)
                .hits();
    }

    /** The identifier of what is written; what is new has none, and nobody can have named it. */
    private String own(String type, String name) {
        return name.isBlank()
                ? ""
                : indexes
                        .author()
                        .find(ContentQuery.in(type).where("@name", name).page(0, 1), Identity.SYSTEM)
                        .hits()
                        .stream()
                        .map(Hits.Hit::id)
                        .findFirst()
                        .orElse("");
    }

    private String say(Session session, String other) throws RepositoryException {
        Optional<Node> item = Workspace.byId(session, other);
        return messages.getMessage(
                "authoring.seeds.loop",
                new Object[] {item.isPresent() ? Review.title(item.get()) : "?"},
                Locale.FRENCH);
    }
}
