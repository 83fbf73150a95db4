package org.bocage.portal.membership;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.editorial.jobs.ItemByItem;
import org.bocage.editorial.links.RandomTokens;
import org.bocage.editorial.mail.MailTemplates;
import org.bocage.editorial.mail.Outbox;
import org.bocage.portal.forms.UnconfirmedSubmissions;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Requests to join that somebody goes on with later: for a month, behind a link that only they were sent. */
@Component
class UnfinishedRequests {

    static final Duration KEPT = Duration.ofDays(30);

    private static final String FOLDER = "adhesions";
    private static final int MOST = 2_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Stores stores;
    private final UnconfirmedSubmissions intake;
    private final Outbox outbox;
    private final MailTemplates mails;
    private final Clock clock;
    private final String base;
    private final ItemByItem requests = new ItemByItem("UnfinishedRequests");

    UnfinishedRequests(
            Stores stores,
            UnconfirmedSubmissions intake,
            Outbox outbox,
            MailTemplates mails,
            Clock clock,
            @Value("${bocage.address:http://localhost:8080}") String base) {
        this.stores = stores;
        this.intake = intake;
        this.outbox = outbox;
        this.mails = mails;
        this.clock = clock;
        this.base = base;
    }

    /** Keeps what was typed and sends the link to it; false when too many are kept. */
    boolean keep(Request request) {
        String token = RandomTokens.create();
        return stores.author().write(Identity.SYSTEM, session -> {
            Node folder = intake.folder(session, FOLDER);
            if (UnconfirmedSubmissions.children(folder).size() >= MOST) {
                return false;
            }
            Node kept = folder.addNode(RandomTokens.sha256(token), "mgnl:contentNode");
            kept.setProperty("valeurs", JSON.writeValueAsString(request.values()));
            kept.setProperty("cree", Dates.utc(clock.instant()));
            Map<String, String> model = Map.of(
                    "prenom", request.text(Request.FIRST_NAME), "adresse", base + JoinController.FORM + "/" + token);
            outbox.enqueue(session, mails.render("adhesion-a-finir", model).to(request.text(Request.EMAIL)));
            return true;
        });
    }

    /** Returns the kept request, or empty if there is none or its month is over. */
    Optional<Request> find(String token) {
        return stores.author().read(Identity.SYSTEM, session -> {
            Node folder = intake.folder(session, FOLDER);
            String name = RandomTokens.sha256(token);
            if (!folder.hasNode(name) || isOver(folder.getNode(name))) {
                return Optional.empty();
            }
            String values = folder.getNode(name).getProperty("valeurs").getString();
            return Optional.of(new Request(JSON.readValue(values, new TypeReference<Map<String, String>>() {})));
        });
    }

    private boolean isOver(Node kept) throws javax.jcr.RepositoryException {
        return kept.getProperty("cree").getDate().toInstant().plus(KEPT).isBefore(clock.instant());
    }

    /** It was sent: what was kept goes. */
    void done(String token) {
        stores.author().update(Identity.SYSTEM, session -> {
            Node folder = intake.folder(session, FOLDER);
            String name = RandomTokens.sha256(token);
            if (folder.hasNode(name)) {
                folder.getNode(name).remove();
            }
        });
    }

    @Scheduled(cron = "0 20 3 * * *", zone = "Europe/Paris")
    void forget() {
        requests.run(round -> round.attempt(
                FOLDER,
                () -> stores.author()
                        .update(
                                Identity.SYSTEM,
                                session -> UnconfirmedSubmissions.forget(
                                        round, intake.folder(session, FOLDER), this::isOver))));
    }
}
