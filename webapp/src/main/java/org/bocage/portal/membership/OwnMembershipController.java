package org.bocage.portal.membership;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import org.bocage.cms.rendering.ShortAddress;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.OpenTo;
import org.bocage.editorial.screens.People;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.CurrentAccount;
import org.bocage.editorial.view.Moment;
import org.bocage.portal.insight.PageViews;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** « Ce que mon adhésion apporte » : what came of it within twelve months, for whoever keeps a membership (AD-10). */
@Controller
@OpenTo(People.SIGNED_IN)
class OwnMembershipController {

    static final String ADDRESS = "/espace/mon-adhesion";

    private static final Workspace MEMBERSHIPS = new Workspace(Requests.TYPE);
    private static final int MOST = 500;
    /** Where a content says which structure it is of. */
    private static final Map<String, String> OF = Map.of(
            "actus", "contactStructure",
            "lieux", "acteur",
            "annonces", "structure/acteur",
            "projets", "porteur/acteur",
            "evenements", "organisateurs/acteur");

    private final Desk desk;
    private final CurrentAccount current;
    private final Stores stores;
    private final ContentIndexes indexes;
    private final StructureMemberships memberships;
    private final PageViews visits;

    OwnMembershipController(
            Desk desk,
            CurrentAccount current,
            Stores stores,
            ContentIndexes indexes,
            StructureMemberships memberships,
            PageViews visits) {
        this.memberships = memberships;
        this.desk = desk;
        this.current = current;
        this.stores = stores;
        this.indexes = indexes;
        this.visits = visits;
    }

    /**
     * {@code mon-adhesion.ftlh}.
     *
     * @param number empty when neither a structure of this person nor their address belongs
     * @param until the last day
     * @param fiche where the structure is read; empty for a person
     */
    public record OwnMembershipPage(
            String number,
            String who,
            @Nullable Moment until,
            String fiche,
            long views,
            long relays,
            long contacts,
            int items) {}

    @GetMapping(ADDRESS)
    ModelAndView show(@RequestParam(defaultValue = "") String structure, HttpServletRequest request) {
        return new ModelAndView(
                "espace/mon-adhesion", Map.of("shell", desk.shell(request, "mon-adhesion"), "page", page(structure)));
    }

    /** Returns the membership of the structure that was asked for, of those that the account keeps, or else of its address. */
    private Optional<String> membership(String structure) {
        Account account = current.get().orElseThrow();
        List<String> structures = account.structures().contains(structure) ? List.of(structure) : account.structures();
        return memberships.ofStructures(structures).or(() -> memberships.ofAddress(account.email()));
    }

    private OwnMembershipPage page(String asked) {
        Optional<String> id = membership(asked);
        if (id.isEmpty()) {
            return new OwnMembershipPage("", "", null, "", 0, 0, 0, 0);
        }
        return stores.author().read(Identity.SYSTEM, session -> {
            Node membership = MEMBERSHIPS.nodeById(session, id.get()).orElseThrow();
            Requests.Told told = Requests.told(membership);
            String structure = Requests.text(membership, "structure");
            Optional<Node> house = structure.isEmpty() ? Optional.empty() : Workspace.byId(session, structure);
            String fiche = house.isPresent() ? "/reseau/acteurs/" + house.get().getName() : "";
            Set<String> items = house.isPresent() ? items(structure) : Set.of();
            List<String> own = List.of(fiche);
            List<String> relayed = items.stream().map(ShortAddress::code).toList();
            return new OwnMembershipPage(
                    told.number(),
                    told.belongs(),
                    Moment.of(membership.getProperty("fin").getDate().toInstant(), desk.clock()),
                    fiche,
                    visits.ofYear(PageViews.Kind.PAGE, own),
                    visits.ofYear(PageViews.Kind.RELAY, relayed),
                    visits.ofYear(PageViews.Kind.CONTACT, own),
                    Math.max(0, items.size() - 1));
        });
    }

    /** Returns the ids of the published items of a structure, itself included. */
    private Set<String> items(String structure) {
        Set<String> items = new HashSet<>(Set.of(structure));
        OF.forEach((workspace, property) -> indexes.published()
                .find(ContentQuery.in(workspace).where(property, structure).page(0, MOST), Identity.SYSTEM)
                .hits()
                .forEach(hit -> items.add(hit.id())));
        return items;
    }
}
