package org.bocage.portal.seats;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Workspace;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.workflow.Review;
import org.bocage.editorial.workflow.notices.Proposers;
import org.springframework.stereotype.Component;

/** Finds who organises an event: who proposed it without an account, else the account that wrote it. */
@Component
class Organisers {

    private static final String RENEWALS = "liens";

    private final List<Proposers> proposers;
    private final Accounts accounts;
    private final SeatLinks links;

    Organisers(List<Proposers> proposers, Accounts accounts, SeatLinks links) {
        this.proposers = proposers;
        this.accounts = accounts;
        this.links = links;
    }

    /** Returns the organiser of an event of the author store. */
    Organiser of(Session session, String event) throws RepositoryException {
        Optional<Node> item = Workspace.byId(session, event);
        if (item.isEmpty()) {
            return Organiser.NOBODY;
        }
        Optional<Proposers.Proposer> guest = guest(item.get());
        if (guest.isPresent()) {
            String list = links.list(event, bound(session, event, guest.get()));
            return new Organiser(guest.get().name(), guest.get().email(), list, false);
        }
        Optional<Account> account = accounts.find(Review.author(item.get())).filter(Account::enabled);
        return account.isEmpty()
                ? Organiser.NOBODY
                : new Organiser(
                        account.get().displayName(), account.get().email(), SeatListController.ADDRESS + event, true);
    }

    /** Returns the organiser without an account whom a token lets in; empty once there is another one, or a newer link. */
    Optional<Organiser> of(Session session, String event, String token) throws RepositoryException {
        Optional<Node> item = Workspace.byId(session, event);
        Optional<Proposers.Proposer> guest = item.isEmpty() ? Optional.empty() : guest(item.get());
        return guest.isPresent() && links.isOfList(token, bound(session, event, guest.get()))
                ? Optional.of(of(session, event))
                : Optional.empty();
    }

    /** Makes all links to the list void, within a save; the next ones are others. */
    static void renew(Node list) throws RepositoryException {
        list.setProperty(RENEWALS, renewals(list) + 1);
    }

    /** Whether links to the list were made void: the list is to remember it. */
    static boolean isRenewed(Node list) throws RepositoryException {
        return renewals(list) > 0;
    }

    private static long renewals(Node list) throws RepositoryException {
        return list.hasProperty(RENEWALS) ? list.getProperty(RENEWALS).getLong() : 0;
    }

    private static String bound(Session session, String event, Proposers.Proposer guest) throws RepositoryException {
        Optional<Node> list = Seats.WORKSPACE.node(session, "/" + event);
        return guest.email().toLowerCase(Locale.ROOT) + "\n" + (list.isPresent() ? renewals(list.get()) : 0);
    }

    private Optional<Proposers.Proposer> guest(Node item) throws RepositoryException {
        for (Proposers one : proposers) {
            Optional<Proposers.Proposer> found = one.of(item);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
