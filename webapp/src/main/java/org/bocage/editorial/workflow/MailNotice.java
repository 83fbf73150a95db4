package org.bocage.editorial.workflow;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Delegations delegations;
    private final Clock clock;
    private final String base;

    MailNotice(
            Outbox outbox,
            MailTemplates templates,
            Accounts accounts,
            Workflow workflow,
            Delegations delegations,
            Clock clock,
            @Value("${bocage.address:http://localhost:8080}") String base) {
        this.outbox = outbox;
        this.templates = templates;
        this.accounts = accounts;
        this.workflow = workflow;
        this.delegations = delegations;
        this.clock = clock;
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

    @Override
    public void remind(Session session, Node item, Workflow.Reminder reminder) throws RepositoryException {
        List<Account> people = reminder.to() == Transition.Party.DELEGUE ? standIns(item) : reviewers(item);
        for (Account account : people) {
            if (!account.email().isEmpty()) {
                outbox.enqueue(
                        session,
                        templates
                                .render(reminder.mail(), about(item, account, true))
                                .to(account.email()));
            }
        }
    }

    @Override
    public void mention(Session session, Node item, Actor by, String comment, Collection<String> names)
            throws RepositoryException {
        for (String name : names) {
            Optional<Account> account =
                    accounts.find(name).filter(one -> !one.email().isEmpty());
            if (account.isPresent() && account.get().enabled() && !name.equals(by.name())) {
                Map<String, Object> model = about(item, account.get(), false);
                model.put("auteur", by.displayName());
                model.put("commentaire", comment);
                outbox.enqueue(
                        session,
                        templates.render("mention", model).to(account.get().email()));
            }
        }
    }

    /** Those who have the item's themes in their hands; nobody in particular: all who could have. */
    private List<Account> standIns(Node item) throws RepositoryException {
        Set<String> named = delegations.of(themes(item), clock.instant());
        return accounts.all().stream()
                .filter(account -> account.enabled()
                        && account.roles().stream().anyMatch(workflow.delegates()::contains)
                        && (named.isEmpty() || named.contains(account.name())))
                .toList();
    }

    private List<Account> recipients(Node item, Transition transition) throws RepositoryException {
        if (transition.mailTo().equals("auteur")) {
            return accounts.find(Review.author(item)).stream().toList();
        }
        return reviewers(item);
    }

    private List<Account> reviewers(Node item) throws RepositoryException {
        Set<String> standIns = delegations.of(themes(item), clock.instant());
        return accounts.all().stream()
                .filter(account -> account.enabled()
                        && (account.roles().stream().anyMatch(workflow.reviewers()::contains)
                                || (standIns.contains(account.name())
                                        && account.roles().stream().anyMatch(workflow.delegates()::contains))))
                .toList();
    }

    private static Set<String> themes(Node item) throws RepositoryException {
        Set<String> themes = new HashSet<>();
        if (item.hasProperty(Review.THEMES)) {
            for (javax.jcr.Value theme : item.getProperty(Review.THEMES).getValues()) {
                themes.add(theme.getString());
            }
        }
        return themes;
    }

    private Map<String, Object> about(Node item, Account account, boolean task) throws RepositoryException {
        Map<String, Object> model = new HashMap<>();
        model.put("titre", item.hasProperty("titre") ? item.getProperty("titre").getString() : item.getName());
        model.put("prenom", account.displayName());
        String place = Workspace.of(item).name() + "/" + item.getIdentifier();
        model.put("adresse", base + (task ? "/espace/taches/" : "/espace/") + place);
        return model;
    }

    private Map<String, Object> model(Node item, Transition transition, Actor by, String comment, Account account)
            throws RepositoryException {
        Map<String, Object> model = new HashMap<>();
        model.put("titre", item.hasProperty("titre") ? item.getProperty("titre").getString() : item.getName());
        model.put("prenom", account.displayName());
        model.put("auteur", by.displayName());
        model.put("relecteur", by.displayName());
        model.put("commentaire", comment);
        String place = Workspace.of(item).name() + "/" + item.getIdentifier();
        model.put(
                "adresse",
                base + (transition.mailTo().equals("auteur") ? "/espace/" + place : "/espace/taches/" + place));
        return model;
    }
}
