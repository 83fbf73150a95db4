package org.bocage.portal.contact;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.apache.commons.codec.digest.DigestUtils;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.site.SiteAddress;
import org.bocage.editorial.jobs.ItemByItem;
import org.bocage.editorial.mail.MailTemplates;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.publishing.exchange.OwnWorkspace;
import org.bocage.portal.forms.Retained;
import org.bocage.portal.forms.UnconfirmedSubmissions;
import org.bocage.portal.insight.PageViews;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Passes messages on by mail, and keeps those to the pôle for twelve months, to be followed in the private space. */
@Component
class Letters implements Retained {

    static final Workspace MESSAGES = new Workspace("messages");

    private static final Duration KEPT = Duration.ofDays(365);
    private static final Duration DAY = Duration.ofDays(1);

    private final Stores stores;
    private final UnconfirmedSubmissions intake;
    private final Outbox outbox;
    private final MailTemplates mails;
    private final PageViews visits;
    private final Clock clock;
    private final SiteAddress siteAddress;

    /** The workspace stays with this installation. */
    @Bean
    static OwnWorkspace messagesOfPeople() {
        return new OwnWorkspace(MESSAGES.name());
    }

    Letters(
            Stores stores,
            UnconfirmedSubmissions intake,
            Outbox outbox,
            MailTemplates mails,
            PageViews visits,
            Clock clock,
            SiteAddress siteAddress) {
        this.stores = stores;
        this.intake = intake;
        this.outbox = outbox;
        this.mails = mails;
        this.visits = visits;
        this.clock = clock;
        this.siteAddress = siteAddress;
    }

    /**
     * A message.
     *
     * @param about what it is about, in words
     * @param address of the page it is about; empty when it is about none
     * @param somebody whether {@code about} is whom it is for
     * @param who answers, in words
     * @param suspect whether it looks like advertising: it is kept, and nobody is told
     */
    record Letter(
            String name,
            String email,
            String about,
            String address,
            boolean somebody,
            String text,
            List<String> to,
            String who,
            int days,
            boolean suspect) {}

    /** How often somebody wrote in a day. */
    long sentToday(String email) {
        Instant yesterday = clock.instant().minus(DAY);
        return stores.author().read(Identity.SYSTEM, session -> {
            long sent = 0;
            for (Node one : UnconfirmedSubmissions.children(intake.folder(session, UnconfirmedSubmissions.SENT))) {
                if (one.getProperty("de").getString().equals(DigestUtils.sha256Hex(email.toLowerCase(Locale.ROOT)))
                        && one.getProperty("cree").getDate().toInstant().isAfter(yesterday)) {
                    sent++;
                }
            }
            return sent;
        });
    }

    /** Sends a message on without keeping it. */
    void passOn(Letter letter) {
        if (!letter.suspect() && !letter.address().isEmpty()) {
            visits.count(PageViews.Kind.CONTACT, letter.address());
        }
        stores.author().update(Identity.SYSTEM, session -> send(session, letter));
    }

    /** Keeps a message, and tells who answers it. */
    void keep(Letter letter) {
        stores.author().update(Identity.SYSTEM, session -> {
            NodeTypes.ensureWorkspace(session, MESSAGES);
            String name = "message-" + UUID.randomUUID();
            Node node = MESSAGES.root(session).addNode(name, "bocage:message");
            node.setProperty("name", name);
            node.setProperty("titre", letter.about() + " – " + letter.name());
            node.setProperty("nom", letter.name());
            node.setProperty("courriel", letter.email());
            node.setProperty("texte", letter.text());
            node.setProperty("suivi", letter.suspect() ? "suspect" : "nouveau");
            node.setProperty("recu", Dates.utc(clock.instant()));
            node.setProperty("visibilite", "ca");
            ItemState.begin(node, State.BROUILLON);
            node.setProperty("mgnl:created", Dates.utc(clock.instant()));
            node.setProperty("mgnl:lastModified", Dates.utc(clock.instant()));
            send(session, letter);
        });
    }

    private void send(Session session, Letter letter) throws RepositoryException {
        Node mark = intake.folder(session, UnconfirmedSubmissions.SENT)
                .addNode(UUID.randomUUID().toString(), "mgnl:contentNode");
        mark.setProperty("de", DigestUtils.sha256Hex(letter.email().toLowerCase(Locale.ROOT)));
        mark.setProperty("cree", Dates.utc(clock.instant()));
        if (letter.suspect()) {
            return;
        }
        Map<String, Object> model = new HashMap<>();
        model.put("nom", letter.name());
        model.put("courriel", letter.email());
        model.put("sujet", letter.about());
        model.put("pour", letter.somebody() ? letter.about() : "");
        model.put("message", letter.text());
        model.put("adresse", letter.address().isEmpty() ? "" : siteAddress.get() + letter.address());
        model.put("qui", letter.who());
        model.put("jours", letter.days());
        for (String to : letter.to()) {
            outbox.enqueue(
                    session, mails.render("contact-message", model).to(to).answeredTo(letter.email()));
        }
        outbox.enqueue(session, mails.render("contact-accuse", model).to(letter.email()));
    }

    /** Forgets messages of more than twelve months, and who wrote before yesterday. */
    @Override
    public void forget(ItemByItem.Round round) {
        Instant now = clock.instant();
        round.attempt(
                UnconfirmedSubmissions.WORKSPACE.name() + ":/" + UnconfirmedSubmissions.SENT,
                () -> stores.author().update(Identity.SYSTEM, session -> {
                    Node sent = intake.folder(session, UnconfirmedSubmissions.SENT);
                    round.removeIf(sent, one -> isBefore(one, "cree", now.minus(DAY)));
                }));
        round.attempt(
                MESSAGES.name() + ":/",
                () -> stores.author().update(Identity.SYSTEM, session -> {
                    NodeTypes.ensureWorkspace(session, MESSAGES);
                    round.removeIf(MESSAGES.root(session), one -> isBefore(one, "recu", now.minus(KEPT)));
                }));
    }

    private static boolean isBefore(Node node, String date, Instant end) throws RepositoryException {
        return node.hasProperty(date)
                && node.getProperty(date).getDate().toInstant().isBefore(end);
    }
}
