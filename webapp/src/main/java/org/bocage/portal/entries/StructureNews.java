package org.bocage.portal.entries;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.screens.Desk;
import org.bocage.editorial.screens.Item;
import org.bocage.editorial.screens.PublicAddress;
import org.bocage.editorial.screens.extension.AccountStructures;
import org.bocage.editorial.view.CreateLink;
import org.bocage.editorial.view.Moment;
import org.bocage.portal.membership.StructureMemberships;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Structures with what is of them, as who is signed in may read it: the fiche, what it tells, its membership. */
@Component
class StructureNews {

    /** Value in {@code propose: given:} of a type that marks the field for the structure. */
    private static final String STRUCTURE = "@structure";

    private static final int SHOWN = 5;
    private static final int MOST_CHOICES = 2_000;

    private final Desk desk;
    private final Contents contents;
    private final Stores stores;
    private final ContentIndexes indexes;
    private final StructureMemberships memberships;
    private final MessageSource messages;

    StructureNews(
            Desk desk,
            Contents contents,
            Stores stores,
            ContentIndexes indexes,
            StructureMemberships memberships,
            MessageSource messages) {
        this.desk = desk;
        this.contents = contents;
        this.stores = stores;
        this.indexes = indexes;
        this.memberships = memberships;
        this.messages = messages;
    }

    /** Kind of content that names a structure, and the property in which it does. */
    private record Kind(ContentType type, String property) {}

    /** Returns the structures on line that a person reads, by title. */
    List<AccountStructures.Structure> choices(Identity reader) {
        ContentQuery all = ContentQuery.in(Fiches.TYPE)
                .ofType(Fiches.NODE_TYPE)
                .orderBy("titre", false)
                .page(0, MOST_CHOICES);
        List<Hits.Hit> hits = indexes.published().find(all, reader).hits();
        return stores.published().read(reader, session -> {
            List<AccountStructures.Structure> choices = new ArrayList<>();
            for (Hits.Hit hit : hits) {
                Optional<Node> fiche = Workspace.byId(session, hit.id());
                if (fiche.isPresent()) {
                    choices.add(new AccountStructures.Structure(
                            hit.id(), Item.of(fiche.get()).title()));
                }
            }
            return choices;
        });
    }

    /** Returns where a structure is proposed that is not in the directory yet. */
    Optional<String> missing() {
        return desk.type(Fiches.TYPE)
                .filter(type -> contents.mayAdd(type, desk.identity()))
                .map(type -> desk.createLink(type).address());
    }

    /** Returns a structure, or empty if there is none or it is not for this person. */
    Optional<OwnStructurePage.Structure> of(String id) {
        return desk.type(Fiches.TYPE)
                .flatMap(type -> contents.read(type, id, desk.identity(), fiche -> {
                    Item item = Item.of(fiche);
                    return new OwnStructurePage.Structure(
                            id,
                            item.title(),
                            item.state().key(),
                            Moment.of(item.changed(), desk.clock()),
                            "/espace/" + Fiches.TYPE + "/" + id,
                            item.online()
                                    ? contents.readPublished(id, node -> PublicAddress.of(type, node))
                                            .flatMap(one -> one)
                                            .orElse(null)
                                    : null,
                            kinds().stream()
                                    .filter(kind -> contents.mayAdd(kind.type(), desk.identity()))
                                    .map(kind -> create(kind.type(), id))
                                    .toList(),
                            kinds().stream()
                                    .map(kind -> new OwnStructurePage.News(desk.label(kind.type()), lines(kind, id)))
                                    .filter(one -> !one.lines().isEmpty())
                                    .toList(),
                            memberships.of(id).map(one -> membership(one, id)).orElse(null));
                }));
    }

    private OwnStructurePage.Membership membership(StructureMemberships.InForce one, String id) {
        return new OwnStructurePage.Membership(
                one.number(), Moment.of(one.until(), desk.clock()), "/espace/mon-adhesion?structure=" + id);
    }

    private List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        for (ContentType type : desk.definitions().contentTypes()) {
            for (Map.Entry<String, String> given :
                    type.extension().proposed().given().entrySet()) {
                if (given.getValue().equals(STRUCTURE) && desk.type(type.name()).isPresent()) {
                    kinds.add(new Kind(type, given.getKey()));
                }
            }
        }
        kinds.sort(Comparator.comparingInt(kind -> weight(kind.type())));
        return kinds;
    }

    /** Place of a type: those that are written each week come first, in the order of the menu. */
    private static int weight(ContentType type) {
        return type.extension().isWeekly() ? type.extension().weekly() : Integer.MAX_VALUE;
    }

    private CreateLink create(ContentType type, String structure) {
        CreateLink link = desk.createLink(type);
        String words = messages.getMessage(
                "contribution.structure.proposer." + type.name(), new Object[0], link.label(), Locale.FRENCH);
        return new CreateLink(words == null ? link.label() : words, link.address() + "?pour=" + structure);
    }

    /** Returns the latest of what a structure tells: what this person may write, then what is on line besides. */
    private List<OwnStructurePage.Line> lines(Kind kind, String structure) {
        ContentQuery its = ContentQuery.in(kind.type().workspace()).where(kind.property(), structure);
        List<OwnStructurePage.Line> lines = new ArrayList<>();
        Set<String> own = new HashSet<>();
        for (Item item : contents.find(
                        its.notInState(State.ARCHIVE)
                                .orderBy("mgnl:lastModified", true)
                                .page(0, SHOWN),
                        desk.identity())
                .items()) {
            own.add(item.id());
            lines.add(new OwnStructurePage.Line(
                    item.title(), item.state().key(), "/espace/" + kind.type().name() + "/" + item.id()));
        }
        List<Hits.Hit> hits = indexes.published()
                .find(its.orderBy("publie", true).page(0, 2 * SHOWN), desk.identity())
                .hits();
        stores.published().read(desk.identity(), session -> {
            for (Hits.Hit hit : hits) {
                if (lines.size() < SHOWN && !own.contains(hit.id())) {
                    published(session, kind.type(), hit.id()).ifPresent(lines::add);
                }
            }
            return true;
        });
        return lines;
    }

    private static Optional<OwnStructurePage.Line> published(Session session, ContentType type, String id)
            throws RepositoryException {
        Optional<Node> item = Workspace.byId(session, id);
        Optional<String> address = item.isPresent() ? PublicAddress.of(type, item.get()) : Optional.empty();
        return address.isPresent()
                ? Optional.of(new OwnStructurePage.Line(Item.of(item.get()).title(), State.PUBLIE.key(), address.get()))
                : Optional.empty();
    }
}
