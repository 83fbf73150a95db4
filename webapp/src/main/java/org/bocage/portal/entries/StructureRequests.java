package org.bocage.portal.entries;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.ModuleWorkspace;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.dates.Dates;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.cms.site.SiteAddress;
import org.bocage.editorial.jobs.ItemByItem;
import org.bocage.editorial.mail.MailTemplates;
import org.bocage.editorial.screens.extension.ReviewTasks;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.AccountAccess;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.view.Moment;
import org.bocage.editorial.view.WeekPage;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Review;
import org.bocage.editorial.workflow.notices.Subscriptions;
import org.bocage.editorial.workflow.notices.Topic;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Requests of people to keep the fiche of their structure: one per person and structure, each a task for those who review. A request
 * gives no right; what is granted is given by {@link KeptStructures}, in the save that ends the request. A refusal is kept for a while
 * with its words, for the person to read.
 */
@Component
class StructureRequests implements ReviewTasks, AccountAccess {

    static final Workspace WORKSPACE = new Workspace("rattachements");

    private static final int MOST_WAITING = 3;
    private static final Duration LATE = Duration.ofDays(7);
    private static final Duration WAITS_AT_MOST = Duration.ofDays(180);
    private static final Duration REFUSAL_KEPT = Duration.ofDays(90);
    private static final String ASKED = "le";
    private static final String REFUSED = "refuseLe";
    private static final String WORDS = "phrase";

    private final Stores stores;
    private final Accounts accounts;
    private final KeptStructures kept;
    private final Subscriptions subscriptions;
    private final MailTemplates mails;
    private final MessageSource messages;
    private final Clock clock;
    private final SiteAddress siteAddress;
    private final ItemByItem ended = new ItemByItem("StructureRequests");

    /** Requests are no contents. */
    @Bean
    static ModuleWorkspace requestsOfStructures() {
        return new ModuleWorkspace(WORKSPACE.name(), ModuleWorkspace.Kind.TECHNICAL);
    }

    StructureRequests(
            Stores stores,
            Accounts accounts,
            KeptStructures kept,
            Subscriptions subscriptions,
            MailTemplates mails,
            MessageSource messages,
            Clock clock,
            SiteAddress siteAddress) {
        this.stores = stores;
        this.accounts = accounts;
        this.kept = kept;
        this.subscriptions = subscriptions;
        this.mails = mails;
        this.messages = messages;
        this.clock = clock;
        this.siteAddress = siteAddress;
        stores.author().update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, WORKSPACE));
    }

    /**
     * A request.
     *
     * @param title of the fiche
     * @param refusal words of who refused it; empty while it waits
     */
    record Request(String id, String account, String structure, String title, Instant asked, String refusal) {

        boolean isWaiting() {
            return refusal.isEmpty();
        }
    }

    /** Outcome of asking. */
    enum Asking {
        ASKED,
        ASKED_BEFORE,
        TOO_MANY
    }

    /** Asks for a structure on behalf of an account. */
    Asking ask(Account account, String structure) {
        return ConcurrentEdit.again(() -> stores.author().write(Identity.SYSTEM, session -> {
            Node root = WORKSPACE.root(session);
            Node theirs = root.hasNode(account.name())
                    ? root.getNode(account.name())
                    : root.addNode(account.name(), "bocage:workspace");
            if (theirs.hasNode(structure)) {
                if (!theirs.getNode(structure).hasProperty(REFUSED)) {
                    return Asking.ASKED_BEFORE;
                }
                theirs.getNode(structure).remove();
            }
            if (of(theirs).stream().filter(Request::isWaiting).count() >= MOST_WAITING) {
                return Asking.TOO_MANY;
            }
            Node request = theirs.addNode(structure, "mgnl:contentNode");
            request.setProperty(ASKED, Dates.utc(clock.instant()));
            // what is kept on a person is found by their mail address
            request.setProperty("courriel", account.email());
            return Asking.ASKED;
        }));
    }

    /** Takes a request of an account back, or the words with which it was refused. */
    void withdraw(String account, String structure) {
        ConcurrentEdit.again(() -> stores.author().<Boolean>write(Identity.SYSTEM, session -> {
            Node root = WORKSPACE.root(session);
            if (root.hasNode(account) && root.getNode(account).hasNode(structure)) {
                root.getNode(account).getNode(structure).remove();
            }
            return true;
        }));
    }

    /** Returns the requests of an account, the oldest first, those of structures that are gone left out. */
    List<Request> of(String account) {
        return stores.author().read(Identity.SYSTEM, session -> {
            Optional<Node> theirs = WORKSPACE.node(session, "/" + account);
            return theirs.isPresent() ? of(theirs.get()) : List.of();
        });
    }

    private static List<Request> of(Node theirs) throws RepositoryException {
        List<Request> requests = new ArrayList<>();
        for (NodeIterator nodes = theirs.getNodes(); nodes.hasNext(); ) {
            read(nodes.nextNode()).ifPresent(requests::add);
        }
        requests.sort(Comparator.comparing(Request::asked));
        return requests;
    }

    private static Optional<Request> read(Node node) throws RepositoryException {
        Optional<Node> fiche = Fiches.WORKSPACE.nodeById(node.getSession(), node.getName());
        return fiche.isEmpty()
                ? Optional.empty()
                : Optional.of(new Request(
                        node.getIdentifier(),
                        node.getParent().getName(),
                        node.getName(),
                        Review.title(fiche.get()),
                        node.getProperty(ASKED).getDate().toInstant(),
                        node.hasProperty(WORDS) ? node.getProperty(WORDS).getString() : ""));
    }

    /** Returns the requests that wait, the oldest first. */
    private List<Request> waiting() {
        return stores.author().read(Identity.SYSTEM, session -> {
            List<Request> waiting = new ArrayList<>();
            for (NodeIterator people = WORKSPACE.root(session).getNodes(); people.hasNext(); ) {
                of(people.nextNode()).stream().filter(Request::isWaiting).forEach(waiting::add);
            }
            waiting.sort(Comparator.comparing(Request::asked));
            return waiting;
        });
    }

    /** Returns a request that waits; empty when it was answered, taken back or forgotten. */
    Optional<Request> find(String id) {
        return stores.author().read(Identity.SYSTEM, session -> waiting(session, id));
    }

    private static Optional<Request> waiting(Session session, String id) throws RepositoryException {
        Optional<Node> node = WORKSPACE.nodeById(session, id);
        return node.isEmpty() || !node.get().hasProperty(ASKED)
                ? Optional.empty()
                : read(node.get()).filter(Request::isWaiting);
    }

    /** Outcome of an answer. */
    enum Answer {
        DONE,
        /** Somebody else answered, or the request was taken back. */
        TOO_LATE,
        /** The account keeps too many structures, or is no more. */
        NOT_POSSIBLE
    }

    /** Grants a request: the account keeps the structure from now on, and its person is told. */
    Answer grant(String id, Actor by) {
        return ConcurrentEdit.again(() -> stores.author().write(Identity.SYSTEM, session -> {
            Optional<Request> request = waiting(session, id);
            if (request.isEmpty()) {
                return Answer.TOO_LATE;
            }
            Request one = request.get();
            if (!kept.give(session, one.account(), one.structure(), by.name())) {
                return Answer.NOT_POSSIBLE;
            }
            session.getNodeByIdentifier(id).remove();
            tell(session, one, "structure-confiee", Map.of());
            return Answer.DONE;
        }));
    }

    /** Refuses a request with some words, which its person is told. */
    Answer refuse(String id, String words) {
        return ConcurrentEdit.again(() -> stores.author().write(Identity.SYSTEM, session -> {
            Optional<Request> request = waiting(session, id);
            if (request.isEmpty()) {
                return Answer.TOO_LATE;
            }
            Node node = session.getNodeByIdentifier(id);
            node.setProperty(REFUSED, Dates.utc(clock.instant()));
            node.setProperty(WORDS, words);
            tell(session, request.get(), "structure-refusee", Map.of("commentaire", words));
            return Answer.DONE;
        }));
    }

    private void tell(Session session, Request request, String mail, Map<String, Object> more)
            throws RepositoryException {
        Optional<Account> account = accounts.find(request.account());
        if (account.isPresent()) {
            String address = siteAddress.get() + OwnStructureController.ADDRESS;
            Map<String, Object> model = new HashMap<>(more);
            model.put("titre", request.title());
            model.put("prenom", account.get().displayName());
            model.put("adresse", address);
            subscriptions.tell(session, account.get(), Topic.REPONSES, mails.render(mail, model), address);
        }
    }

    @Override
    public List<WeekPage.Task> tasks(Clock now) {
        return waiting().stream()
                .map(one -> new WeekPage.Task(
                        one.title(),
                        messages.getMessage("contribution.structure.tache", new Object[0], Locale.FRENCH),
                        accounts.nameOf(one.account()),
                        Moment.of(one.asked(), now),
                        OwnStructureController.REQUESTS + one.id(),
                        one.asked().plus(LATE).isBefore(now.instant()),
                        0,
                        ""))
                .toList();
    }

    /** Ends the requests of an account that is closed. */
    @Override
    public void endAll(Session session, String account) throws RepositoryException {
        Optional<Node> theirs = WORKSPACE.node(session, "/" + account);
        if (theirs.isPresent()) {
            theirs.get().remove();
        }
    }

    /** Ends the requests that nobody answered for months or whose fiche is gone, and forgets old refusals. */
    @Scheduled(cron = "0 35 3 * * *", zone = "Europe/Paris")
    void endOld() {
        Instant now = clock.instant();
        ended.run(round -> {
            for (String person : people()) {
                round.attempt(
                        WORKSPACE.name() + ":/" + person,
                        () -> stores.author().update(Identity.SYSTEM, session -> {
                            Optional<Node> theirs = WORKSPACE.node(session, "/" + person);
                            if (theirs.isPresent()) {
                                round.removeIf(theirs.get(), one -> isOver(one, now));
                            }
                        }));
            }
            kept.forgetDeleted(round);
        });
    }

    private List<String> people() {
        return stores.author().read(Identity.SYSTEM, session -> {
            List<String> names = new ArrayList<>();
            for (NodeIterator people = WORKSPACE.root(session).getNodes(); people.hasNext(); ) {
                names.add(people.nextNode().getName());
            }
            return names;
        });
    }

    private static boolean isOver(Node request, Instant now) throws RepositoryException {
        if (Workspace.byId(request.getSession(), request.getName()).isEmpty()) {
            return true;
        }
        boolean isRefused = request.hasProperty(REFUSED);
        Instant from =
                request.getProperty(isRefused ? REFUSED : ASKED).getDate().toInstant();
        return from.plus(isRefused ? REFUSAL_KEPT : WAITS_AT_MOST).isBefore(now);
    }
}
