package org.bocage.portal.membership;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.cms.site.SiteAddress;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.mail.MailTemplates;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.security.Responsibilities;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.ItemAuthors;
import org.bocage.portal.forms.StaffAddresses;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Requests to join, from the form to the day they are paid. */
@Component
public class Requests {

    public static final String TYPE = "adhesions";
    /** Address of the form by which one joins. */
    public static final String FORM = "/adherer/formulaire";

    public static final String ASKED = "demande";
    public static final Set<String> UNPAID = Set.of(ASKED, "a-payer");

    private static final Workspace MEMBERSHIPS = new Workspace(TYPE);
    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int MOST = 100;

    private final Stores stores;
    private final ContentIndexes indexes;
    private final Contents contents;
    private final DefinitionRegistry registry;
    private final Outbox outbox;
    private final MailTemplates mails;
    private final StaffAddresses staff;
    private final Tariffs tariffs;
    private final Attestations attestations;
    private final Clock clock;
    private final SiteAddress siteAddress;

    /** Memberships that an account wrote down: it follows them. */
    @Bean
    @Order(60)
    static Responsibilities memberships(ItemAuthors authors) {
        return authors.responsibilities("adhesions", ContentQuery.in(TYPE).notInState(State.ARCHIVE));
    }

    Requests(
            Stores stores,
            ContentIndexes indexes,
            Contents contents,
            DefinitionRegistry registry,
            Outbox outbox,
            MailTemplates mails,
            StaffAddresses staff,
            Tariffs tariffs,
            Attestations attestations,
            Clock clock,
            SiteAddress siteAddress) {
        this.stores = stores;
        this.indexes = indexes;
        this.contents = contents;
        this.registry = registry;
        this.outbox = outbox;
        this.mails = mails;
        this.staff = staff;
        this.tariffs = tariffs;
        this.attestations = attestations;
        this.clock = clock;
        this.siteAddress = siteAddress;
    }

    /**
     * Of a membership, what its member and the staff are told.
     *
     * @param who belongs, as the title says, with the year
     * @param tariff key of the tariff
     * @param payment one of the ways, empty when none was offered
     * @param amount in euros
     */
    public record Told(
            String id,
            String number,
            String who,
            String tariff,
            String payment,
            double amount,
            Instant since,
            long revision) {

        /** Returns the name of the member, without the year that the title ends in. */
        public String belongs() {
            return who.replaceFirst(" [0-9]{4}$", "");
        }
    }

    /** Structures of the directory that are on line, by their name in words, in its order. */
    public Map<String, String> structures(Identity reader) {
        Map<String, String> found = new TreeMap<>();
        Hits hits = indexes.published()
                .find(
                        ContentQuery.in("acteurs")
                                .where("jcr:primaryType", "bocage:acteur")
                                .page(0, 1_000),
                        reader);
        return stores.published().read(reader, session -> {
            for (Hits.Hit hit : hits.hits()) {
                Optional<Node> node = Workspace.byId(session, hit.id());
                if (node.isPresent() && node.get().hasProperty("titre")) {
                    found.put(node.get().getProperty("titre").getString(), hit.id());
                }
            }
            return Collections.unmodifiableMap(found);
        });
    }

    /**
     * Keeps a request and, in the same save, writes to whoever sent it and to the staff.
     *
     * @return the identifier of the membership
     */
    public String add(Request request, Tariffs.Tariff tariff, Tariffs.Payment payment, Identity reader) {
        // a number is one more than the last
        return stores.author().alone("memberships", () -> addInTurn(request, tariff, payment, reader));
    }

    private String addInTurn(Request request, Tariffs.Tariff tariff, Tariffs.Payment payment, Identity reader) {
        String number = nextNumber();
        LocalDate today = LocalDate.ofInstant(clock.instant(), PARIS);
        String who = request.who(tariff);
        Optional<String> structure = tariff.forStructure() ? structure(who, reader) : Optional.empty();
        ContentType type = registry.current().contentType(TYPE).orElseThrow();
        Actor stranger = new Actor("sans compte", request.person(), Set.of());
        Contents.Moved added =
                contents.add(type, "adhesion-" + number, "enregistrer", stranger, clock.instant(), item -> {
                    item.setProperty("titre", who + " " + today.getYear());
                    item.setProperty("type", tariff.forStructure() ? "structure" : "personne");
                    if (structure.isPresent()) {
                        item.setProperty("structure", structure.get());
                    }
                    item.setProperty("prenom", request.text(Request.FIRST_NAME));
                    item.setProperty("nom", request.text(Request.LAST_NAME));
                    for (String same : List.of(Request.EMAIL, Request.TELEPHONE, Request.ADDRESS, Request.HELP)) {
                        if (!request.text(same).isEmpty()) {
                            item.setProperty(same, request.text(same));
                        }
                    }
                    item.setProperty("formule", tariff.key());
                    item.setProperty("montant", request.amount(tariff).orElseThrow());
                    String way = request.payment(payment);
                    if (!way.isEmpty()) {
                        item.setProperty("paiement", way);
                    }
                    item.setProperty("etatAdhesion", ASKED);
                    item.setProperty("numero", number);
                    span(item, today, tariff.end(today));
                    item.setProperty("accordAnnuaire", request.says(Request.LISTED));
                    item.setProperty("accordCourriels", request.says(Request.NEWS));
                    if (request.says(Request.NEWS)) {
                        item.setProperty("accordCourrielsLe", day(today));
                    }
                    tell(item, who, payment);
                });
        return added.id();
    }

    private void tell(Node item, String who, Tariffs.Payment payment) throws RepositoryException {
        Map<String, Object> model = model(item, who);
        model.put("moyen", payment.ways().getOrDefault(text(item, "paiement"), Map.of()));
        model.put("jours", payment.days());
        model.put("qui", payment.who());
        model.put("ecran", siteAddress.get() + "/espace/" + TYPE + "/" + item.getIdentifier());
        outbox.enqueue(item.getSession(), mails.render("adhesion-recue", model).to(text(item, "courriel")));
        for (String to : staff.all()) {
            outbox.enqueue(
                    item.getSession(),
                    mails.render("adhesion-demande", model).to(to).answeredTo(text(item, "courriel")));
        }
    }

    private static Map<String, Object> model(Node item, String who) throws RepositoryException {
        Map<String, Object> model = new HashMap<>();
        model.put("adherent", who);
        model.put("prenom", text(item, "prenom"));
        model.put("numero", text(item, "numero"));
        model.put("montant", Tariffs.money(item.getProperty("montant").getDouble()));
        model.put("paiement", text(item, "paiement"));
        return model;
    }

    private static Calendar day(LocalDate day) {
        return Dates.utc(day.atStartOfDay(PARIS).toInstant());
    }

    private static void span(Node item, LocalDate from, LocalDate to) throws RepositoryException {
        item.setProperty("debut", day(from));
        item.setProperty("fin", day(to));
    }

    private Optional<String> structure(String name, Identity reader) {
        return structures(reader).entrySet().stream()
                .filter(one -> one.getKey().equalsIgnoreCase(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** The year, a dash and four digits, one more than the last. */
    private String nextNumber() {
        String year = String.valueOf(LocalDate.ofInstant(clock.instant(), PARIS).getYear());
        Hits last = indexes.author()
                .find(
                        ContentQuery.in(TYPE)
                                .and(new ContentQuery.Like("numero", year + "-%", false))
                                .orderBy("numero", true)
                                .page(0, 1),
                        Identity.SYSTEM);
        int number = last.hits().isEmpty()
                ? 0
                : stores.author().read(Identity.SYSTEM, session -> {
                    String text = text(
                            Workspace.byId(session, last.hits().get(0).id()).orElseThrow(), "numero");
                    return text.matches("[0-9]{4}-[0-9]{4}") ? Integer.parseInt(text.substring(5)) : 0;
                });
        return "%s-%04d".formatted(year, number + 1);
    }

    public Optional<Told> find(String id) {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> item = MEMBERSHIPS.nodeById(session, id);
            return item.isPresent() ? Optional.of(told(item.get())) : Optional.empty();
        });
    }

    public static Told told(Node item) throws RepositoryException {
        return new Told(
                item.getIdentifier(),
                text(item, "numero"),
                text(item, "titre"),
                text(item, "formule"),
                text(item, "paiement"),
                item.hasProperty("montant") ? item.getProperty("montant").getDouble() : 0,
                Dates.created(item).toInstant(),
                Revisions.number(item));
    }

    /** Returns the unpaid memberships, the oldest first. */
    public List<Told> unpaid() {
        ContentQuery waiting = ContentQuery.in(TYPE)
                .and(new ContentQuery.AnyOf("etatAdhesion", List.copyOf(UNPAID)))
                .orderBy("mgnl:created", false)
                .page(0, MOST);
        return stores.author().read(Identity.SYSTEM, session -> {
            List<Told> unpaid = new ArrayList<>();
            for (Hits.Hit hit : indexes.author().find(waiting, Identity.SYSTEM).hits()) {
                Optional<Node> item = Workspace.byId(session, hit.id());
                if (item.isPresent()) {
                    unpaid.add(told(item.get()));
                }
            }
            return unpaid;
        });
    }

    /** Says yes to a request: what is left is to pay. */
    public void accept(Told membership, Actor actor) {
        ContentType type = registry.current().contentType(TYPE).orElseThrow();
        Tariffs.Payment payment = tariffs.payment();
        contents.move(type, membership.id(), "enregistrer", actor, membership.revision(), "", item -> {
            if (!text(item, "etatAdhesion").equals(ASKED)) {
                return;
            }
            item.setProperty("etatAdhesion", "a-payer");
            if (Mail.isAddress(text(item, "courriel"))) {
                Map<String, Object> model = model(item, membership.belongs());
                model.put("moyen", payment.ways().getOrDefault(text(item, "paiement"), Map.of()));
                model.put("civile", lastsUntilDecember(text(item, "formule")));
                outbox.enqueue(
                        item.getSession(),
                        mails.render("adhesion-a-payer", model).to(text(item, "courriel")));
            }
        });
    }

    /** Returns whether a membership of this tariff ends with the year. */
    public boolean lastsUntilDecember(String tariff) {
        return tariffs.find(tariff).filter(Tariffs.Tariff::calendarYear).isPresent();
    }

    /** Notes that the money came: one belongs from today on, for as long as the tariff says, and is told so. */
    public void paid(Told membership, Actor actor) {
        ContentType type = registry.current().contentType(TYPE).orElseThrow();
        contents.move(type, membership.id(), "enregistrer", actor, membership.revision(), "", item -> {
            if (!UNPAID.contains(text(item, "etatAdhesion"))) {
                return;
            }
            LocalDate today = LocalDate.ofInstant(clock.instant(), PARIS);
            item.setProperty("etatAdhesion", "active");
            LocalDate end = tariffs.find(text(item, "formule"))
                    .map(tariff -> tariff.end(today))
                    .orElse(today.plusYears(1));
            span(item, today, end);
            Map<String, Object> model = model(item, membership.belongs());
            model.put("fin", end);
            model.put("attestation", siteAddress.get() + attestations.path(membership.id()));
            if (Mail.isAddress(text(item, "courriel"))) {
                outbox.enqueue(
                        item.getSession(),
                        mails.render("adhesion-active", model).to(text(item, "courriel")));
            }
        });
    }

    public static String text(Node item, String name) throws RepositoryException {
        return item.hasProperty(name) ? item.getProperty(name).getString() : "";
    }
}
