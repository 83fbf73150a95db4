package org.bocage.portal.membership.visibility;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.editorial.publishing.ItemVisibility;
import org.bocage.portal.membership.Badge;
import org.bocage.portal.membership.MembershipOptions;
import org.bocage.portal.membership.Requests;
import org.bocage.portal.membership.visibility.Visibility.Kind;
import org.springframework.stereotype.Component;

/**
 * Where what is on line stands by the rules of visibility (AD-04). What is reserved is left to the board and the staff by the
 * store's access control, so that every outlet follows; what stands behind carries a mark that all lists are sorted by. The
 * pôle's own contents stand as they are.
 */
@Component
public class MembershipVisibility implements ItemVisibility {

    /** On an item, or on the part of it that a rule is about: behind what has no such mark. */
    private static final String BEHIND = ContentQuery.BEHIND;

    private static final String BEHIND_ON_MAP = "carteApres";
    private static final String OFF_MAP = "horsCarte";
    private static final int MOST = 10_000;

    private final Stores stores;
    private final ContentIndexes indexes;
    private final VisibilityStore rules;
    private final Clock clock;
    private final MembershipOptions options;

    MembershipVisibility(
            Stores stores, ContentIndexes indexes, VisibilityStore rules, Clock clock, MembershipOptions options) {
        this.options = options;
        this.stores = stores;
        this.indexes = indexes;
        this.rules = rules;
        this.clock = clock;
    }

    @Override
    public ItemVisibility.Rule now() {
        Visibility now = rules.current();
        Set<String> houses = now.isOpen() ? Set.of() : houses();
        return (copy, own) -> mark(copy, own, now, houses);
    }

    private static Audience mark(Node copy, Audience own, Visibility now, Set<String> houses)
            throws RepositoryException {
        String workspace = Workspace.of(copy).name();
        Optional<Boolean> belongs = Optional.empty();
        Audience audience = own;
        for (Kind kind : Kind.values()) {
            if (!kind.workspaces().contains(workspace)) {
                continue;
            }
            Visibility.Rule rule = now.of(kind);
            if (rule != Visibility.Rule.EVERYBODY && belongs.isEmpty()) {
                belongs = Optional.of(belongs(copy, houses));
            }
            boolean stands = rule == Visibility.Rule.EVERYBODY || belongs.orElse(true);
            boolean only = !stands && rule == Visibility.Rule.MEMBERS_ONLY;
            mark(copy, kind, !stands && rule == Visibility.Rule.MEMBERS_FIRST, only);
            if (only && kind.part().isEmpty()) {
                audience = Audience.BOARD;
            }
        }
        return audience;
    }

    private static void mark(Node copy, Kind kind, boolean behind, boolean only) throws RepositoryException {
        if (kind == Kind.MAP) {
            flag(copy, BEHIND_ON_MAP, behind);
            flag(copy, OFF_MAP, only);
        } else if (kind.part().isEmpty()) {
            flag(copy, BEHIND, behind);
        }
        if (!kind.part().isEmpty() && copy.hasNode(kind.part())) {
            Node part = copy.getNode(kind.part());
            if (kind != Kind.MAP) {
                flag(part, BEHIND, behind);
            }
            Audience readers = only ? Audience.BOARD : Audience.PUBLIC;
            if (AccessControl.audienceOf(part) != readers) {
                AccessControl.setAudience(part, readers);
            }
        }
    }

    private static void flag(Node node, String name, boolean raised) throws RepositoryException {
        if (raised && !node.hasProperty(name)) {
            node.setProperty(name, 1L);
        } else if (!raised && node.hasProperty(name)) {
            node.getProperty(name).remove();
        }
    }

    /** The structures that belong today, and that of the pôle. */
    public Set<String> houses() {
        Instant from = LocalDate.ofInstant(clock.instant(), Requests.PARIS)
                .minusDays(options.grace().toDays())
                .atStartOfDay(Requests.PARIS)
                .toInstant();
        ContentQuery running = ContentQuery.in(Requests.TYPE)
                .where("etatAdhesion", Badge.BELONGING.toArray(new String[0]))
                .and(new ContentQuery.Between("fin", from, null));
        ContentQuery staff = ContentQuery.in("personnes").where("roles", "salarie");
        return stores.author().read(Identity.SYSTEM, session -> {
            Set<String> houses = new HashSet<>();
            for (ContentQuery query : List.of(running, staff)) {
                for (Hits.Hit hit : indexes.author()
                        .find(query.page(0, MOST), Identity.SYSTEM)
                        .hits()) {
                    Optional<Node> one = Workspace.byId(session, hit.id());
                    if (one.isPresent() && one.get().hasProperty("structure")) {
                        houses.add(one.get().getProperty("structure").getString());
                    }
                }
            }
            return houses;
        });
    }

    /** Whether an item is the pôle's, or of a structure that belongs. */
    static boolean belongs(Node item, Set<String> houses) throws RepositoryException {
        boolean ours = item.hasProperty("origine")
                && item.getProperty("origine").getString().equals("pole");
        return ours || structures(item).stream().anyMatch(houses::contains);
    }

    /** The structures that an item is of: itself, who organises, who answers, who carries it. */
    static List<String> structures(Node item) throws RepositoryException {
        List<String> found = new ArrayList<>();
        switch (Workspace.of(item).name()) {
            case "acteurs" -> found.add(item.getIdentifier());
            case "actus" -> add(item, "contactStructure", found);
            case "lieux" -> add(item, "acteur", found);
            case "annonces" -> add(item, "structure/acteur", found);
            case "projets" -> add(item, "porteur/acteur", found);
            default -> {
                if (item.hasNode("organisateurs")) {
                    for (NodeIterator all = item.getNode("organisateurs").getNodes(); all.hasNext(); ) {
                        add(all.nextNode(), "acteur", found);
                    }
                }
            }
        }
        return found;
    }

    private static void add(Node node, String path, List<String> found) throws RepositoryException {
        if (node.hasProperty(path)) {
            if (node.getProperty(path).isMultiple()) {
                for (Value value : node.getProperty(path).getValues()) {
                    found.add(value.getString());
                }
            } else {
                found.add(node.getProperty(path).getString());
            }
        }
    }

    /** How a structure is called; empty when it is gone. */
    static Optional<String> title(Session session, String structure) throws RepositoryException {
        Optional<Node> found = Workspace.byId(session, structure);
        return found.isPresent() && found.get().hasProperty("titre")
                ? Optional.of(found.get().getProperty("titre").getString())
                : Optional.empty();
    }
}
