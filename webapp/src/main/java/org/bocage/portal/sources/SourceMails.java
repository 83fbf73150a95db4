package org.bocage.portal.sources;

import java.util.HashMap;
import java.util.Map;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.site.SiteAddress;
import org.bocage.editorial.mail.MailTemplates;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.workflow.Workflow;
import org.springframework.stereotype.Component;

/** Tells those who review what becomes of a source. */
@Component
class SourceMails {

    private final Outbox outbox;
    private final MailTemplates templates;
    private final Accounts accounts;
    private final Workflow workflow;
    private final SiteAddress siteAddress;

    SourceMails(Outbox outbox, MailTemplates templates, Accounts accounts, Workflow workflow, SiteAddress siteAddress) {
        this.outbox = outbox;
        this.templates = templates;
        this.accounts = accounts;
        this.workflow = workflow;
        this.siteAddress = siteAddress;
    }

    /** It could not be read several times in a row. */
    void outOfOrder(Session session, Node source, String error) throws RepositoryException {
        tell(session, source, "source-en-panne", Map.of("erreur", error));
    }

    /** It calls the same things otherwise each time, and is now read by title, start and place. */
    void calledOtherwise(Session session, Node source) throws RepositoryException {
        tell(session, source, "source-par-titre", Map.of());
    }

    private void tell(Session session, Node source, String template, Map<String, String> words)
            throws RepositoryException {
        for (Account account : accounts.all()) {
            if (account.enabled()
                    && !account.email().isEmpty()
                    && account.roles().stream().anyMatch(workflow.reviewers()::contains)) {
                Map<String, Object> model = new HashMap<>(words);
                model.put("prenom", account.displayName());
                model.put("titre", Source.text(source, "titre"));
                model.put("adresse", siteAddress.get() + "/espace/sources/" + source.getIdentifier());
                outbox.enqueue(session, templates.render(template, model).to(account.email()));
            }
        }
    }
}
