package org.bocage.portal.proposals;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.editorial.form.values.FormValues;
import org.bocage.editorial.jobs.ItemByItem;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.signedlinks.KeptLinks;
import org.bocage.portal.forms.FormOptions;
import org.bocage.portal.forms.Retained;
import org.bocage.portal.forms.UnconfirmedSubmissions;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Proposals that wait for their link to be followed: two days, then they are gone. */
@Component
class Pending implements Retained {

    static final Duration KEPT = Duration.ofDays(2);

    private static final int MOST = 5_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Stores stores;
    private final UnconfirmedSubmissions intake;
    private final Outbox outbox;
    private final FormOptions options;
    private final Clock clock;
    private final KeptLinks links;

    Pending(Stores stores, UnconfirmedSubmissions intake, Outbox outbox, FormOptions options, Clock clock) {
        this.stores = stores;
        this.intake = intake;
        this.outbox = outbox;
        this.options = options;
        this.clock = clock;
        this.links =
                new KeptLinks(stores, UnconfirmedSubmissions.WORKSPACE, UnconfirmedSubmissions.WAITING, KEPT, clock);
    }

    /**
     * Proposal as it was sent.
     *
     * @param done the item it became; empty while it waits
     */
    record Proposal(String type, FormValues values, String name, String email, boolean suspect, String done) {}

    /** Whether an address may propose once more today. */
    boolean mayPropose(String email) {
        return stores.author()
                .read(
                        Identity.SYSTEM,
                        session -> links.madeToday(session, "courriel", email) < options.proposalsPerDay()
                                && links.count(session) < MOST);
    }

    /** Keeps a proposal and, in the same save, the mail that asks to confirm it. */
    void add(String token, Proposal proposal, Mail mail) {
        stores.author().update(Identity.SYSTEM, session -> {
            Node node = links.add(session, token);
            node.setProperty("type", proposal.type());
            node.setProperty(
                    "valeurs", JSON.writeValueAsString(proposal.values().values()));
            node.setProperty("nom", proposal.name());
            node.setProperty("courriel", proposal.email().toLowerCase(Locale.ROOT));
            node.setProperty("suspect", proposal.suspect());
            outbox.enqueue(session, mail);
        });
    }

    /** The proposal of a link, if its two days are not over. */
    Optional<Proposal> find(String token) {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> node = links.find(session, token);
            return node.isPresent() ? Optional.of(read(node.get())) : Optional.empty();
        });
    }

    private static Proposal read(Node node) throws RepositoryException {
        Map<String, List<String>> values = node.hasProperty("valeurs")
                ? JSON.readValue(node.getProperty("valeurs").getString(), new TypeReference<>() {})
                : Map.of();
        return new Proposal(
                node.getProperty("type").getString(),
                new FormValues(values),
                node.getProperty("nom").getString(),
                node.getProperty("courriel").getString(),
                node.getProperty("suspect").getBoolean(),
                node.hasProperty("fait") ? node.getProperty("fait").getString() : "");
    }

    /** Says, within a save, what item a proposal became; what was typed lies there from now on. */
    void done(Session session, String token, String item) throws RepositoryException {
        Node node = links.find(session, token).orElseThrow();
        node.setProperty("fait", item);
        node.getProperty("valeurs").remove();
    }

    /** Forgets what nobody confirmed in time, and the pictures that came with it. */
    @Override
    public void forget(ItemByItem.Round round) {
        links.forget(round);
        Instant end = clock.instant().minus(KEPT);
        round.attempt(
                UnconfirmedSubmissions.WORKSPACE.name() + ":/" + UnconfirmedSubmissions.FILES,
                () -> stores.author()
                        .update(
                                Identity.SYSTEM,
                                session -> round.removeIf(
                                        intake.folder(session, UnconfirmedSubmissions.FILES),
                                        one -> one.getProperty("cree")
                                                .getDate()
                                                .toInstant()
                                                .isBefore(end))));
    }
}
