package org.bocage.portal.membership.joining;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.site.SiteAddress;
import org.bocage.editorial.jobs.ItemByItem;
import org.bocage.editorial.mail.MailTemplates;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.signedlinks.KeptLinks;
import org.bocage.editorial.signedlinks.RandomTokens;
import org.bocage.portal.forms.UnconfirmedSubmissions;
import org.bocage.portal.membership.Request;
import org.bocage.portal.membership.Requests;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Requests to join that somebody goes on with later: for a month, behind a link that only they were sent. */
@Component
public class UnfinishedRequests {

    static final Duration KEPT = Duration.ofDays(30);

    private static final String FOLDER = "adhesions";
    private static final int MOST = 2_000;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Stores stores;
    private final Outbox outbox;
    private final MailTemplates mails;
    private final SiteAddress siteAddress;
    private final KeptLinks links;
    private final ItemByItem requests = new ItemByItem("UnfinishedRequests");

    UnfinishedRequests(Stores stores, Outbox outbox, MailTemplates mails, Clock clock, SiteAddress siteAddress) {
        this.stores = stores;
        this.outbox = outbox;
        this.mails = mails;
        this.siteAddress = siteAddress;
        this.links = new KeptLinks(stores, UnconfirmedSubmissions.WORKSPACE, FOLDER, KEPT, clock);
    }

    /** Keeps what was typed and sends the link to it; false when too many are kept. */
    boolean keep(Request request) {
        String token = RandomTokens.create();
        return stores.author().write(Identity.SYSTEM, session -> {
            if (links.count(session) >= MOST) {
                return false;
            }
            links.add(session, token).setProperty("valeurs", JSON.writeValueAsString(request.values()));
            Map<String, String> model = Map.of(
                    "prenom",
                    request.text(Request.FIRST_NAME),
                    "adresse",
                    siteAddress.get() + Requests.FORM + "/" + token);
            outbox.enqueue(session, mails.render("adhesion-a-finir", model).to(request.text(Request.EMAIL)));
            return true;
        });
    }

    /** Returns the kept request, or empty if there is none or its month is over. */
    Optional<Request> find(String token) {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> kept = links.find(session, token);
            if (kept.isEmpty()) {
                return Optional.empty();
            }
            String values = kept.get().getProperty("valeurs").getString();
            return Optional.of(new Request(JSON.readValue(values, new TypeReference<Map<String, String>>() {})));
        });
    }

    /** It was sent: what was kept goes. */
    void done(String token) {
        stores.author().update(Identity.SYSTEM, session -> links.end(session, token));
    }

    @Scheduled(cron = "0 20 3 * * *", zone = "Europe/Paris")
    public void forget() {
        requests.run(links::forget);
    }
}
