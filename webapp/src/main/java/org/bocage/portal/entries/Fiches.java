package org.bocage.portal.entries;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.site.SiteAddress;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.mail.MailTemplates;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Review;
import org.bocage.portal.forms.ProposalForm;
import org.springframework.stereotype.Component;

/** The fiches of the directory, as the structures themselves keep them: asked for, changed, confirmed by links. */
@Component
class Fiches {

    static final String TYPE = "acteurs";
    static final String NODE_TYPE = "bocage:acteur";
    static final Workspace WORKSPACE = new Workspace(TYPE);
    static final String CONFIRMED = "verifieLe";
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Stores stores;
    private final ContentIndexes indexes;
    private final Review review;
    private final FicheLinks links;
    private final Outbox outbox;
    private final MailTemplates mails;
    private final Clock clock;
    private final SiteAddress siteAddress;

    Fiches(
            Stores stores,
            ContentIndexes indexes,
            Review review,
            FicheLinks links,
            Outbox outbox,
            MailTemplates mails,
            Clock clock,
            SiteAddress siteAddress) {
        this.stores = stores;
        this.indexes = indexes;
        this.review = review;
        this.links = links;
        this.outbox = outbox;
        this.mails = mails;
        this.clock = clock;
        this.siteAddress = siteAddress;
    }

    /** A fiche on line. */
    record Fiche(String id, String title) {}

    /** A fiche that may be changed now, with what it holds and the version one starts from. */
    record Sheet(String title, FormValues values, long revision) {}

    /** The fiche of an address, if a visitor reads it. */
    Optional<Fiche> find(String slug, Identity reader) {
        ContentQuery named =
                ContentQuery.in(TYPE).ofType(NODE_TYPE).where("@name", slug).page(0, 1);
        return indexes.published().find(named, reader).hits().stream()
                .findFirst()
                .flatMap(hit -> stores.published().read(reader, session -> {
                    Optional<Node> node = Workspace.byId(session, hit.id());
                    return node.isEmpty()
                            ? Optional.empty()
                            : Optional.of(new Fiche(hit.id(), Review.title(node.get())));
                }));
    }

    /**
     * Sends a link to the address that a fiche has on file, if it is the one that was typed. One save is made either way, so that
     * nobody learns by how long it takes whether it is.
     */
    void ask(Fiche fiche, String typed) {
        stores.author().update(Identity.SYSTEM, session -> {
            Optional<Node> node = WORKSPACE.nodeById(session, fiche.id());
            boolean known =
                    node.isPresent() && !typed.isEmpty() && address(node.get()).equalsIgnoreCase(typed);
            if (!known) {
                links.refuse(session);
                return;
            }
            Optional<String> path = links.create(session, fiche.id());
            if (path.isPresent()) {
                outbox.enqueue(
                        session,
                        mails.render(
                                        "fiche-lien",
                                        java.util.Map.of(
                                                "titre", fiche.title(), "adresse", siteAddress.get() + path.get()))
                                .to(address(node.get()))
                                .forItsReaderAlone());
            }
        });
    }

    /** The address on file, which a visitor may not see; empty when there is none. */
    static String address(Node fiche) throws RepositoryException {
        return fiche.hasProperty("contact/courriel")
                ? fiche.getProperty("contact/courriel").getString()
                : "";
    }

    /** Returns the content of a fiche, or empty while it is off line or another change of it is under review. */
    Optional<Sheet> sheet(ProposalForm form, String id) {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> node = WORKSPACE.nodeById(session, id);
            return node.isPresent() && ItemState.of(node.get()) == State.PUBLIE
                    ? Optional.of(
                            new Sheet(Review.title(node.get()), form.read(node.get()), Revisions.number(node.get())))
                    : Optional.empty();
        });
    }

    /** The title of the fiche that an answer speaks of, as long as its question stands. */
    Optional<String> title(FicheLinks.Said said) {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> node = standing(session, said);
            return node.isPresent() ? Optional.of(Review.title(node.get())) : Optional.empty();
        });
    }

    /** Confirms a fiche, once; false when the question has done its time. */
    boolean confirm(FicheLinks.Said said) {
        try {
            return stores.author().<Boolean>read(Identity.SYSTEM, session -> {
                Optional<Node> node = standing(session, said);
                if (node.isEmpty()) {
                    return false;
                }
                review.move(
                        session, node.get(), "verifier", Actor.CLOCK, Revisions.number(node.get()), "", this::confirm);
                return true;
            });
        } catch (ConcurrentEdit e) {
            // pressed twice: the other one was first
            return false;
        }
    }

    /** The path of a form that changes a fiche, for whoever answers that something is wrong; empty when too many were asked for. */
    Optional<String> correct(FicheLinks.Said said) {
        return title(said).isEmpty()
                ? Optional.empty()
                : stores.author().write(Identity.SYSTEM, session -> links.create(session, said.id()));
    }

    private static Optional<Node> standing(Session session, FicheLinks.Said said) throws RepositoryException {
        Optional<Node> node = WORKSPACE.nodeById(session, said.id());
        return node.isPresent()
                        && ItemState.of(node.get()) == State.PUBLIE
                        && confirmed(node.get()).equals(said.asked())
                ? node
                : Optional.empty();
    }

    /** The day on which a fiche was confirmed last; the first of all days when it never was. */
    static LocalDate confirmed(Node fiche) throws RepositoryException {
        return fiche.hasProperty(CONFIRMED)
                ? LocalDate.ofInstant(fiche.getProperty(CONFIRMED).getDate().toInstant(), PARIS)
                : LocalDate.EPOCH;
    }

    /** Notes on a fiche that its structure said today that it is right. */
    void confirm(Node fiche) throws RepositoryException {
        LocalDate today = LocalDate.ofInstant(clock.instant(), PARIS);
        fiche.setProperty(CONFIRMED, Dates.utc(today.atStartOfDay(PARIS).toInstant()));
    }
}
