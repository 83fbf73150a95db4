package org.bocage.editorial.workflow.notices;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Audience;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.FrenchDays;
import org.bocage.cms.repository.state.ItemState;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.site.SiteAddress;
import org.bocage.editorial.mail.MailTemplates;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Authorship;
import org.bocage.editorial.workflow.Delegations;
import org.bocage.editorial.workflow.Notice;
import org.bocage.editorial.workflow.Review;
import org.bocage.editorial.workflow.Transition;
import org.bocage.editorial.workflow.Workflow;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells by mail: reviewers that something waits, the author what was decided. */
@Component
class MailNotice implements Notice {

    /** In the place of the mail that says that a content is on line, when it goes there by itself later. */
    private static final String LATER = "programmee";

    private static final String READERS = "visibilite";
    private static final String EVERYBODY = "public";

    private final Outbox outbox;
    private final MailTemplates templates;
    private final Subscriptions subscriptions;
    private final Accounts accounts;
    private final Workflow workflow;
    private final ObjectProvider<Proposers> proposers;
    private final Delegations delegations;
    private final Authorship authorship;
    private final Clock clock;
    private final SiteAddress siteAddress;
    private final PublicPlaces places;

    MailNotice(
            Outbox outbox,
            MailTemplates templates,
            Subscriptions subscriptions,
            Accounts accounts,
            Workflow workflow,
            ObjectProvider<Proposers> proposers,
            Delegations delegations,
            Authorship authorship,
            Clock clock,
            SiteAddress siteAddress,
            PublicPlaces places) {
        this.places = places;
        this.outbox = outbox;
        this.templates = templates;
        this.subscriptions = subscriptions;
        this.accounts = accounts;
        this.workflow = workflow;
        this.proposers = proposers;
        this.delegations = delegations;
        this.authorship = authorship;
        this.clock = clock;
        this.siteAddress = siteAddress;
    }

    @Override
    public void tell(Session session, Node item, Transition transition, Actor by, String comment)
            throws RepositoryException {
        if (transition.mail().isEmpty()) {
            return;
        }
        boolean toAuthor = transition.mailTo().equals("auteur");
        String mail = toAuthor && isPutOff(item) ? LATER : transition.mail();
        // what is on line and was given to somebody since is theirs, whoever proposed it once
        boolean isTheirs = ItemState.isOnSite(item)
                && !authorship.owners(item.getIdentifier()).isEmpty();
        Optional<Proposers.Proposer> stranger = toAuthor && !isTheirs ? stranger(item) : Optional.empty();
        if (stranger.isPresent()) {
            if (!stranger.get().email().isEmpty()) {
                Map<String, Object> model = model(item, by, comment, stranger.get());
                // the link of theirs leads to the screen where they correct it
                model.put("suivi", stranger.get().address());
                read(item, transition).ifPresent(address -> model.put("adresse", address));
                MailTemplates.Text text = templates.render(mail, model);
                outbox.enqueue(session, text.to(stranger.get().email()));
            }
            return;
        }
        // what is to be taken up again is a task, and so is what is to be reviewed
        Topic topic = toAuthor && !comesBack(transition) ? Topic.REPONSES : Topic.TACHES;
        for (Account account : recipients(item, toAuthor, by)) {
            Proposers.Proposer to = new Proposers.Proposer(
                    account.displayName(),
                    account.email(),
                    toAuthor
                            ? read(item, transition).orElse(siteAddress.get() + place(item, false))
                            : siteAddress.get() + place(item, true));
            Map<String, Object> model = model(item, by, comment, to);
            model.put("reglages", subscriptions.settings());
            subscriptions.tell(session, account, topic, templates.render(mail, model), to.address());
        }
    }

    private static boolean isPutOff(Node item) throws RepositoryException {
        return ItemState.of(item) == State.PROGRAMME;
    }

    /** Returns where everybody reads a content that was just published; empty for any other, and for what has no page of its own. */
    private Optional<String> read(Node item, Transition transition) throws RepositoryException {
        boolean isForAll = !item.hasProperty(READERS)
                || item.getProperty(READERS).getString().equals(EVERYBODY);
        if (transition.to() != State.PUBLIE || ItemState.of(item) != State.PUBLIE || !isForAll) {
            return Optional.empty();
        }
        Optional<String> page = Workspace.of(item).equals(Workspace.WEBSITE)
                ? Optional.of(Workspace.path(item))
                : places.at(item, clock.instant());
        return page.map(address -> siteAddress.get() + address);
    }

    private static boolean comesBack(Transition transition) {
        return transition.to() == State.A_REPRENDRE;
    }

    private Optional<Proposers.Proposer> stranger(Node item) throws RepositoryException {
        Proposers known = proposers.getIfAvailable();
        return known == null ? Optional.empty() : known.of(item);
    }

    @Override
    public void remind(Session session, Node item, Workflow.Reminder reminder) throws RepositoryException {
        List<Account> people = reminder.to() == Transition.Party.DELEGUE ? standIns(item) : reviewers(item);
        for (Account account : people) {
            subscriptions.tell(
                    session,
                    account,
                    Topic.TACHES,
                    templates.render(reminder.mail(), about(item, account, true)),
                    siteAddress.get() + place(item, true));
        }
    }

    @Override
    public void mention(Session session, Node item, Actor by, String comment, Collection<String> names)
            throws RepositoryException {
        for (String name : names) {
            Optional<Account> account = accounts.find(name);
            if (account.isPresent() && account.get().enabled() && !name.equals(by.name())) {
                Map<String, Object> model = about(item, account.get(), false);
                model.put("auteur", by.displayName());
                model.put("commentaire", comment);
                subscriptions.tell(
                        session,
                        account.get(),
                        Topic.MENTIONS,
                        templates.render("mention", model),
                        siteAddress.get() + place(item, false));
            }
        }
    }

    /** Returns the people the item's themes are delegated to, or all possible delegates if they are to nobody in particular. */
    private List<Account> standIns(Node item) throws RepositoryException {
        Set<String> named = delegations.of(themes(item), clock.instant());
        return accounts.all().stream()
                .filter(account -> account.enabled()
                        && account.roles().stream().anyMatch(workflow.delegates()::contains)
                        && (named.isEmpty() || named.contains(account.name())))
                .toList();
    }

    private List<Account> recipients(Node item, boolean toAuthor, Actor by) throws RepositoryException {
        List<Account> people = toAuthor ? authors(item) : Review.isSuspect(item) ? List.of() : reviewers(item);
        return people.stream()
                .filter(account -> !account.name().equals(by.name()))
                .toList();
    }

    private List<Account> authors(Node item) throws RepositoryException {
        Set<String> names = new LinkedHashSet<>(List.of(Review.author(item)));
        names.addAll(authorship.owners(item.getIdentifier()));
        return names.stream().flatMap(name -> accounts.find(name).stream()).toList();
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

    private Set<String> themes(Node item) throws RepositoryException {
        Set<String> themes = new HashSet<>();
        if (item.hasProperty(workflow.delegatedBy())) {
            for (javax.jcr.Value theme :
                    item.getProperty(workflow.delegatedBy()).getValues()) {
                themes.add(theme.getString());
            }
        }
        return themes;
    }

    private Map<String, Object> about(Node item, Account account, boolean task) throws RepositoryException {
        Map<String, Object> model = new HashMap<>();
        model.put("titre", Review.title(item));
        model.put("prenom", account.displayName());
        model.put("adresse", siteAddress.get() + place(item, task));
        model.put("reglages", subscriptions.settings());
        return model;
    }

    private Map<String, Object> model(Node item, Actor by, String comment, Proposers.Proposer to)
            throws RepositoryException {
        Map<String, Object> model = new HashMap<>();
        model.put("titre", Review.title(item));
        model.put("prenom", to.name());
        model.put("auteur", by.displayName());
        model.put("relecteur", by.displayName());
        model.put("commentaire", comment);
        model.put("adresse", to.address());
        String readers = item.hasProperty(READERS) ? item.getProperty(READERS).getString() : "";
        if (!readers.isEmpty() && !readers.equals(Audience.PUBLIC.id())) {
            model.put("lecteurs", readers);
        }
        if (item.hasProperty("publierLe")) {
            LocalDateTime when = LocalDateTime.ofInstant(
                    item.getProperty("publierLe").getDate().toInstant(), clock.getZone());
            model.put("quand", FrenchDays.moment(when));
        }
        return model;
    }

    /** Where the content is written or read again; a page in its editor, by both. */
    private static String place(Node item, boolean task) throws RepositoryException {
        if (Workspace.of(item).equals(Workspace.WEBSITE)) {
            return "/espace/pages" + Workspace.path(item);
        }
        return (task ? "/espace/taches/" : "/espace/") + Workspace.of(item).name() + "/" + item.getIdentifier();
    }
}
