package org.bocage.portal.membership;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.editorial.jobs.ItemByItem;
import org.bocage.editorial.publishing.ComputedFields;
import org.bocage.editorial.publishing.LiveFields;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * « Adhérent·e » on a structure: typed by nobody. It is there as long as one of its memberships, which it agreed to show (AD-09),
 * is active or, within the time of grace after its end, not renewed yet; on line from the moment the membership is written.
 */
@Component
@EnableConfigurationProperties(MembershipOptions.class)
public class Badge implements ComputedFields {

    private static final Workspace MEMBERSHIPS = new Workspace("adhesions");
    private static final Workspace STRUCTURES = new Workspace("acteurs");
    private static final String BADGE = "adherent";
    /** States of a membership that counts. */
    public static final Set<String> BELONGING = Set.of("active", "grace");

    private static final int MOST = 10_000;

    private final Stores stores;
    private final ContentIndexes indexes;
    private final Clock clock;
    private final Duration grace;
    private final ItemByItem structures = new ItemByItem("Badge");

    /** The badge counts whatever version is on line. */
    @Bean
    static LiveFields memberBadge() {
        return new LiveFields(STRUCTURES.name(), Set.of(BADGE));
    }

    Badge(Stores stores, ContentIndexes indexes, Clock clock, MembershipOptions options) {
        this.grace = options.grace();
        this.stores = stores;
        this.indexes = indexes;
        this.clock = clock;
    }

    @Override
    public void derive(Node item) throws RepositoryException {
        if (!Workspace.of(item).equals(MEMBERSHIPS) || !item.hasProperty("structure")) {
            return;
        }
        String structure = item.getProperty("structure").getString();
        boolean belongs = belongs(item) || others(item.getSession(), structure, item.getIdentifier());
        mark(item.getSession(), structure, belongs);
    }

    private boolean belongs(Node membership) throws RepositoryException {
        return membership.hasProperty("accordAnnuaire")
                && membership.getProperty("accordAnnuaire").getBoolean()
                && membership.hasProperty("etatAdhesion")
                && BELONGING.contains(membership.getProperty("etatAdhesion").getString())
                && membership.hasProperty("fin")
                && !today().isAfter(day(membership.getProperty("fin").getDate().toInstant())
                        .plusDays(grace.toDays()));
    }

    /** Days are those of the calendar here: the night of the clock change is one like the others. */
    private LocalDate today() {
        return day(clock.instant());
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, Requests.PARIS);
    }

    /** Whether another membership of a structure, as it was last saved, makes it belong. */
    private boolean others(Session session, String structure, String but) throws RepositoryException {
        ContentQuery theirs = ContentQuery.in(MEMBERSHIPS.name())
                .where("structure", structure)
                .page(0, MOST);
        for (Hits.Hit hit : indexes.author().find(theirs, Identity.SYSTEM).hits()) {
            Optional<Node> one = Workspace.byId(session, hit.id());
            if (!hit.id().equals(but) && one.isPresent() && belongs(one.get())) {
                return true;
            }
        }
        return false;
    }

    private static void mark(Session session, String structure, boolean belongs) throws RepositoryException {
        Optional<Node> found = STRUCTURES.nodeById(session, structure);
        if (found.isPresent()
                && (found.get().hasProperty(BADGE)
                                && found.get().getProperty(BADGE).getBoolean())
                        != belongs) {
            found.get().setProperty(BADGE, belongs);
        }
    }

    /** Time passes: what nobody renewed goes. */
    @Scheduled(cron = "0 10 3 * * *", zone = "Europe/Paris")
    void expire() {
        ContentQuery all = ContentQuery.in(MEMBERSHIPS.name()).page(0, MOST);
        structures.run(round -> {
            Set<String> structures = new TreeSet<>();
            for (Hits.Hit hit : indexes.author().find(all, Identity.SYSTEM).hits()) {
                round.attempt(
                        hit.workspace() + ":" + hit.path(),
                        () -> structure(hit.id()).ifPresent(structures::add));
            }
            for (String structure : structures) {
                round.attempt(STRUCTURES.name() + " " + structure, () -> expire(structure));
            }
        });
    }

    private Optional<String> structure(String membership) {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> one = Workspace.byId(session, membership);
            return one.isPresent() && one.get().hasProperty("structure")
                    ? Optional.of(one.get().getProperty("structure").getString())
                    : Optional.empty();
        });
    }

    private void expire(String structure) {
        stores.author().update(Identity.SYSTEM, session -> mark(session, structure, others(session, structure, "")));
    }
}
