package org.bocage.editorial.administration.health;

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
import org.bocage.cms.site.SiteAddress;
import org.bocage.cms.site.SiteName;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.mail.MailTemplates;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.Roles;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells the administrators by one mail of what turned bad in the portal: once it was so at two looks, and not again before it was
 * well. The troubles that were told are kept in the author store at {@code config:/health}, in the same save as the mails.
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
    private final MailTemplates templates;
    private final SiteName siteName;
    private final SiteAddress siteAddress;
    private Set<String> badBefore = Set.of();

    HealthWatch(
            HealthParts parts,
            Stores stores,
            Accounts accounts,
            Outbox outbox,
            MailTemplates templates,
            SiteName siteName,
            SiteAddress siteAddress) {
        this.parts = parts;
        this.stores = stores;
        this.accounts = accounts;
        this.outbox = outbox;
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
        Set<String> told = stores.author().read(Identity.SYSTEM, HealthWatch::told);
        Set<String> toTell = new TreeSet<>(troubles);
        toTell.retainAll(badBefore);
        toTell.removeAll(told);
        badBefore = troubles;
        Set<String> kept = new TreeSet<>(told);
        kept.retainAll(troubles);
        if (toTell.isEmpty() && kept.equals(told)) {
            return;
        }
        kept.addAll(toTell);
        stores.author().update(Identity.SYSTEM, session -> {
            if (!toTell.isEmpty()) {
                mail(
                        session,
                        bad.stream()
                                .filter(part -> part.troubles().stream().anyMatch(toTell::contains))
                                .toList());
            }
            NodeTypes.ensureWorkspace(session, CONFIG);
            Node root = CONFIG.root(session);
            Node node = root.hasNode(NODE) ? root.getNode(NODE) : root.addNode(NODE, "mgnl:contentNode");
            node.setProperty(TOLD, String.join("\n", kept));
        });
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

    private void mail(Session session, List<HealthPage.Part> bad) throws RepositoryException {
        Map<String, Object> model = new HashMap<>();
        model.put("site", siteName.get());
        model.put("parties", bad);
        model.put("adresse", siteAddress.get() + HealthController.ADDRESS);
        for (Account account : accounts.withRole(Roles.ADMINISTRATOR)) {
            if (account.enabled() && Mail.isAddress(account.email())) {
                model.put("prenom", account.displayName());
                outbox.enqueue(session, templates.render("sante", model).to(account.email()));
            }
        }
    }
}
