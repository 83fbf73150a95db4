package org.bocage.editorial.administration.health;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.failures.RepositoryFailure;
import org.bocage.cms.repository.failures.StoreFull;
import org.bocage.cms.site.SiteAddress;
import org.bocage.cms.site.SiteName;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.mail.MailTemplates;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.mail.UnkeptMail;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.Roles;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells the administrators by one mail of what turned bad in the portal: once it was so at two looks, and not again before it was
 * well. The troubles that were told are kept in the author store at {@code config:/health}, in the same save as the mails; while it
 * takes no save, mails go at once and what they told is known until the portal stops.
 */
@Component
class HealthWatch {

    private static final Workspace CONFIG = new Workspace("config");
    private static final String NODE = "health";
    private static final String TOLD = "told";
    private static final int EVERY = 300_000;

    private final HealthParts parts;
    private final Stores stores;
    private final Accounts accounts;
    private final Outbox outbox;
    private final UnkeptMail unkept;
    private final MailTemplates templates;
    private final SiteName siteName;
    private final SiteAddress siteAddress;
    private Set<String> badBefore = Set.of();
    /** Troubles that were told while the store took nothing. */
    private Set<String> toldUnkept = Set.of();

    HealthWatch(
            HealthParts parts,
            Stores stores,
            Accounts accounts,
            Outbox outbox,
            UnkeptMail unkept,
            MailTemplates templates,
            SiteName siteName,
            SiteAddress siteAddress) {
        this.parts = parts;
        this.stores = stores;
        this.accounts = accounts;
        this.outbox = outbox;
        this.unkept = unkept;
        this.templates = templates;
        this.siteName = siteName;
        this.siteAddress = siteAddress;
    }

    @Scheduled(fixedDelay = EVERY, initialDelay = EVERY)
    synchronized void look() {
        List<HealthPage.Part> bad =
                parts.all().stream().filter(part -> !part.well()).toList();
        Set<String> troubles = new TreeSet<>();
        bad.forEach(part -> troubles.addAll(part.troubles()));
        Set<String> kept = stores.author().read(Identity.SYSTEM, HealthWatch::told);
        Set<String> told = new TreeSet<>(kept);
        told.addAll(toldUnkept);
        Set<String> toTell = new TreeSet<>(troubles);
        toTell.retainAll(badBefore);
        toTell.removeAll(told);
        badBefore = troubles;
        told.retainAll(troubles);
        told.addAll(toTell);
        if (told.equals(kept)) {
            return;
        }
        List<Mail> mails = mails(bad.stream()
                .filter(part -> part.troubles().stream().anyMatch(toTell::contains))
                .toList());
        try {
            stores.author().update(Identity.SYSTEM, session -> {
                for (Mail mail : mails) {
                    outbox.enqueue(session, mail);
                }
                keep(session, told);
            });
            toldUnkept = Set.of();
        } catch (StoreFull | RepositoryFailure e) {
            // what is wrong may be the store itself
            mails.forEach(unkept::send);
            toldUnkept = told;
        }
    }

    private static Set<String> told(Session session) throws RepositoryException {
        Set<String> told = new TreeSet<>();
        if (CONFIG.exists(session) && CONFIG.root(session).hasNode(NODE)) {
            Node node = CONFIG.root(session).getNode(NODE);
            if (node.hasProperty(TOLD)) {
                told.addAll(List.of(node.getProperty(TOLD).getString().split("\n")));
                told.remove("");
            }
        }
        return told;
    }

    private static void keep(Session session, Set<String> told) throws RepositoryException {
        NodeTypes.ensureWorkspace(session, CONFIG);
        Node root = CONFIG.root(session);
        Node node = root.hasNode(NODE) ? root.getNode(NODE) : root.addNode(NODE, "mgnl:contentNode");
        node.setProperty(TOLD, String.join("\n", told));
    }

    private List<Mail> mails(List<HealthPage.Part> bad) {
        if (bad.isEmpty()) {
            return List.of();
        }
        Map<String, Object> model = new HashMap<>();
        model.put("site", siteName.get());
        model.put("parties", bad);
        model.put("adresse", siteAddress.get() + HealthController.ADDRESS);
        List<Mail> mails = new ArrayList<>();
        for (Account account : accounts.withRole(Roles.ADMINISTRATOR)) {
            if (account.enabled() && Mail.isAddress(account.email())) {
                model.put("prenom", account.displayName());
                mails.add(templates.render("sante", model).to(account.email()));
            }
        }
        return mails;
    }
}
