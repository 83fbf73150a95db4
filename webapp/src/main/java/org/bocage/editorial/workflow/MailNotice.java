package org.bocage.editorial.workflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Workspace;
import org.bocage.editorial.mail.MailTemplates;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tells by mail: reviewers that something waits, the author what was decided. */
@Component
class MailNotice implements Notice {

    private final Outbox outbox;
    private final MailTemplates templates;
    private final Accounts accounts;
    private final Workflow workflow;
    private final ObjectProvider<Proposers> proposers;
    private final String base;

    MailNotice(
            Outbox outbox,
            MailTemplates templates,
            Accounts accounts,
            Workflow workflow,
            ObjectProvider<Proposers> proposers,
            @Value("${bocage.address:http://localhost:8080}") String base) {
        this.outbox = outbox;
        this.templates = templates;
        this.accounts = accounts;
        this.workflow = workflow;
        this.proposers = proposers;
        this.base = base;
    }

    @Override
    public void tell(Session session, Node item, Transition transition, Actor by, String comment)
            throws RepositoryException {
        if (transition.mail().isEmpty()) {
            return;
        }
        for (Proposers.Proposer to : recipients(item, transition, by)) {
            if (!to.email().isEmpty()) {
                MailTemplates.Text text = templates.render(transition.mail(), model(item, by, comment, to));
                outbox.enqueue(session, text.to(to.email()));
            }
        }
    }

    private List<Proposers.Proposer> recipients(Node item, Transition transition, Actor by) throws RepositoryException {
        String place = place(item, transition);
        if (transition.mailTo().equals("auteur")) {
            Proposers known = proposers.getIfAvailable();
            Optional<Proposers.Proposer> stranger = known == null ? Optional.empty() : known.of(item);
            return stranger.isPresent()
                    ? List.of(stranger.get())
                    : accounts.find(Review.author(item)).stream()
                            .filter(account -> !account.name().equals(by.name()))
                            .map(account -> to(account, place))
                            .toList();
        }
        if (Review.isSuspect(item)) {
            return List.of();
        }
        return accounts.all().stream()
                .filter(account ->
                        account.enabled() && account.roles().stream().anyMatch(workflow.reviewers()::contains))
                .filter(account -> !account.name().equals(by.name()))
                .map(account -> to(account, place))
                .toList();
    }

    private Proposers.Proposer to(Account account, String path) {
        return new Proposers.Proposer(account.displayName(), account.email(), base + path);
    }

    private static Map<String, Object> model(Node item, Actor by, String comment, Proposers.Proposer to)
            throws RepositoryException {
        Map<String, Object> model = new HashMap<>();
        model.put("titre", Review.title(item));
        model.put("prenom", to.name());
        model.put("auteur", by.displayName());
        model.put("relecteur", by.displayName());
        model.put("commentaire", comment);
        model.put("adresse", to.address());
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
