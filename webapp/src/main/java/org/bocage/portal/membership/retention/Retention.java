package org.bocage.portal.membership.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.maintenance.StoreMaintenance;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.editorial.jobs.ItemByItem;
import org.bocage.portal.membership.Requests;
import org.bocage.portal.membership.renewal.Renewals;
import org.springframework.context.MessageSource;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Data retention for a person who was a member (AD-11): everything for three years after the last day, which the register shows;
 * then the number, the tariff and the dates alone, in the history too.
 */
@Component
public class Retention {

    static final Period KEPT = Period.ofYears(3);
    static final String UNTIL = "conserverJusqua";
    static final String FORGOTTEN = "anonymeLe";

    private static final Workspace MEMBERSHIPS = new Workspace(Requests.TYPE);
    private static final List<String> OVER = List.of("echue", "annulee");
    private static final List<String> PERSONAL = List.of(
            "nom",
            "prenom",
            "courriel",
            "telephone",
            "adresse",
            "benevoleInterets",
            "relancesEnvoyees",
            "accordAnnuaire",
            "accordCourriels",
            "accordCourrielsLe");
    private static final int AT_ONCE = 2_000;

    private final Stores stores;
    private final ContentIndexes indexes;
    private final Renewals renewals;
    private final StoreMaintenance maintenance;
    private final MessageSource messages;
    private final Clock clock;
    private final ItemByItem memberships = new ItemByItem("Retention");

    Retention(
            Stores stores,
            ContentIndexes indexes,
            Renewals renewals,
            StoreMaintenance maintenance,
            MessageSource messages,
            Clock clock) {
        this.maintenance = maintenance;
        this.stores = stores;
        this.indexes = indexes;
        this.renewals = renewals;
        this.messages = messages;
        this.clock = clock;
    }

    /** Notes until when each is kept, and forgets those whose time is over. */
    @Scheduled(cron = "0 50 3 * * *", zone = "Europe/Paris")
    public void look() {
        ContentQuery over = ContentQuery.in(Requests.TYPE)
                .where("type", "personne")
                .where("etatAdhesion", OVER.toArray(new String[0]))
                .and(new ContentQuery.Between("fin", null, clock.instant()))
                .and(new ContentQuery.Missing(FORGOTTEN, true))
                .page(0, AT_ONCE);
        memberships.run(round -> {
            for (Hits.Hit hit : indexes.author().find(over, Identity.SYSTEM).hits()) {
                round.attempt(MEMBERSHIPS.name() + ":" + hit.path(), () -> {
                    if (settle(hit.id())) {
                        maintenance.eraseSoon();
                    }
                });
            }
        });
    }

    /** Returns whether somebody was forgotten. */
    private boolean settle(String id) {
        return stores.author().<Boolean>write(Identity.SYSTEM, session -> {
            Optional<Node> membership = MEMBERSHIPS.nodeById(session, id);
            return membership.isPresent()
                    && !membership.get().hasProperty(FORGOTTEN)
                    && settle(session, membership.get());
        });
    }

    private boolean settle(Session session, Node membership) throws RepositoryException {
        LocalDate until = LocalDate.ofInstant(
                        membership.getProperty("fin").getDate().toInstant(), Requests.PARIS)
                .plus(KEPT);
        LocalDate today = LocalDate.ofInstant(clock.instant(), Requests.PARIS);
        membership.setProperty(
                UNTIL, Dates.utc(until.atStartOfDay(Requests.PARIS).toInstant()));
        if (today.isBefore(until) || renewals.isRenewed(membership)) {
            return false;
        }
        maintenance.eraseSoon();
        for (String property : PERSONAL) {
            if (membership.hasProperty(property)) {
                membership.getProperty(property).remove();
            }
        }
        for (String node : List.of("proposePar", "commentairesRelecture")) {
            if (membership.hasNode(node)) {
                membership.getNode(node).remove();
            }
        }
        membership.setProperty(
                "titre",
                messages.getMessage(
                        "membership.forgotten", new Object[] {Requests.text(membership, "numero")}, Locale.FRENCH));
        membership.setProperty(FORGOTTEN, Dates.utc(clock.instant()));
        Revisions.forget(session, membership.getIdentifier());
        return true;
    }
}
