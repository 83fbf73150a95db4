package org.bocage.editorial.workflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Workspace;
import org.bocage.editorial.mail.MailTemplates;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tells by mail: reviewers that something waits, the author what was decided. */
@Component
class MailNotice implements Notice {

    private final Outbox outbox;
    private final MailTemplates templates;
    private final Accounts accounts;
    private final Workflow workflow;
    private final String base;

    MailNotice(
            Outbox outbox,
            MailTemplates templates,
            Accounts accounts,
            Workflow workflow,
            @Value("${bocage.address:http://localhost:8080}") String base) {
        this.outbox = outbox;
        this.templates = templates;
        this.accounts = accounts;
        this.workflow = workflow;
        this.base = base;
    }

    @Override
    public void tell(Session session, Node item, Transition transition, Actor by, String comment)
            throws RepositoryException {
        if (transition.mail().isEmpty()) {
            return;
        }
        for (Account account : recipients(item, transition)) {
            if (!account.email().isEmpty() && !account.name().equals(by.name())) {
                MailTemplates.Text text =
                        templates.render(transition.mail(), model(item, transition, by, comment, account));
                outbox.enqueue(session, text.to(account.email()));
            }
        }
    }

    private List<Account> recipients(Node item, Transition transition) throws RepositoryException {
        if (transition.mailTo().equals("auteur")) {
            return accounts.find(Review.author(item)).stream().toList();
        }
        return accounts.all().stream()
                .filter(account ->
                        account.enabled() && account.roles().stream().anyMatch(workflow.reviewers()::contains))
                .toList();
    }

    private Map<String, Object> model(Node item, Transition transition, Actor by, String comment, Account account)
            throws RepositoryException {
        Map<String, Object> model = new HashMap<>();
        model.put("titre", Review.title(item));
        model.put("prenom", account.displayName());
        model.put("auteur", by.displayName());
        model.put("relecteur", by.displayName());
        model.put("commentaire", comment);
        model.put("adresse", base + place(item, transition));
        return model;
    }

    /** Where the content is written or read again; a page in its editor, by both. */
    private static String place(Node item, Transition transition) throws RepositoryException {
        if (Workspace.of(item).equals(Workspace.WEBSITE)) {
            return "/espace/pages" + Workspace.path(item);
        }
        String place = Workspace.of(item).name() + "/" + item.getIdentifier();
        return (transition.mailTo().equals("auteur") ? "/espace/" : "/espace/taches/") + place;
    }
}
