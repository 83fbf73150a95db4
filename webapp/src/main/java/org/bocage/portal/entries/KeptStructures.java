package org.bocage.portal.entries;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.access.AccessControl;
import org.bocage.cms.repository.failures.ConcurrentEdit;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.editorial.jobs.ItemByItem;
import org.bocage.editorial.screens.extension.AccountStructures;
import org.bocage.editorial.screens.extension.AuthorStructures;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.workflow.ItemOwners;
import org.bocage.editorial.workflow.Journal;
import org.bocage.editorial.workflow.Review;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Structures whose fiche an account keeps. The account has them as a property, and the fiche has the account in its access control:
 * both are written in one save, so that lists, screens and the store itself agree on who reads and writes it.
 */
@Component
@Order(0)
class KeptStructures implements ItemOwners, AuthorStructures, AccountStructures, SmartInitializingSingleton {

    private static final int MOST_KEPT = 20;
    private static final int MOST_CHOICES = 2_000;

    private final Stores stores;
    private final Accounts accounts;
    private final ContentIndexes indexes;
    private final Clock clock;

    KeptStructures(Stores stores, Accounts accounts, ContentIndexes indexes, Clock clock) {
        this.stores = stores;
        this.accounts = accounts;
        this.indexes = indexes;
        this.clock = clock;
    }

    @Override
    public Set<String> owned(String account) {
        return accounts.find(account)
                .map(one -> new LinkedHashSet<>(one.structures()))
                .orElseGet(LinkedHashSet::new);
    }

    @Override
    public Set<String> owners(String item) {
        return accounts.all().stream()
                .filter(account -> account.structures().contains(item))
                .map(Account::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public List<String> structures(Account account) {
        return kept(account).stream().limit(2).map(Structure::id).toList();
    }

    @Override
    public boolean isGiven() {
        return true;
    }

    @Override
    public List<Structure> choices() {
        ContentQuery all = ContentQuery.in(Fiches.TYPE)
                .ofType(Fiches.NODE_TYPE)
                .notInState(State.ARCHIVE, State.REFUSE)
                .orderBy("titre", false)
                .page(0, MOST_CHOICES);
        List<Hits.Hit> hits = indexes.author().find(all, Identity.SYSTEM).hits();
        return stores.author()
                .read(
                        Identity.SYSTEM,
                        session ->
                                named(session, hits.stream().map(Hits.Hit::id).toList()));
    }

    @Override
    public List<Structure> kept(Account account) {
        return account.structures().isEmpty()
                ? List.of()
                : stores.author().read(Identity.SYSTEM, session -> named(session, account.structures()));
    }

    private static List<Structure> named(Session session, List<String> ids) throws RepositoryException {
        List<Structure> named = new ArrayList<>();
        for (String id : ids) {
            Optional<Node> fiche = Fiches.WORKSPACE.nodeById(session, id);
            if (fiche.isPresent()) {
                named.add(new Structure(id, Review.title(fiche.get())));
            }
        }
        return named;
    }

    @Override
    public boolean give(String account, String structure, String by) {
        return ConcurrentEdit.again(() ->
                stores.author().<Boolean>write(Identity.SYSTEM, session -> give(session, account, structure, by)));
    }

    /** As {@link #give(String, String, String)}, within a save. */
    boolean give(Session session, String account, String structure, String by) throws RepositoryException {
        Optional<Node> user = Accounts.user(session, account);
        Optional<Node> fiche = Fiches.WORKSPACE.nodeById(session, structure);
        if (user.isEmpty() || fiche.isEmpty() || !fiche.get().isNodeType(Fiches.NODE_TYPE)) {
            return false;
        }
        List<String> kept = Accounts.structures(user.get());
        if (kept.contains(structure)) {
            return true;
        }
        if (kept.size() >= MOST_KEPT) {
            return false;
        }
        kept.add(structure);
        Accounts.setStructures(user.get(), kept);
        AccessControl.setOwner(fiche.get(), user.get().getName());
        note(session, fiche.get(), by, new Journal.Handover(true, user.get().getName()));
        return true;
    }

    @Override
    public void take(String account, String structure, String by) {
        ConcurrentEdit.again(() ->
                stores.author().<Boolean>write(Identity.SYSTEM, session -> take(session, account, structure, by)));
    }

    /** As {@link #take(String, String, String)}, within a save; returns false when the account does not keep it. */
    private boolean take(Session session, String account, String structure, String by) throws RepositoryException {
        Optional<Node> user = Accounts.user(session, account);
        if (user.isEmpty() || !Accounts.structures(user.get()).contains(structure)) {
            return false;
        }
        List<String> kept = Accounts.structures(user.get());
        kept.remove(structure);
        Accounts.setStructures(user.get(), kept);
        // a fiche in the trash may come back
        Optional<Node> fiche = Workspace.byId(session, structure);
        if (fiche.isPresent()) {
            release(fiche.get(), user.get().getName());
            note(
                    session,
                    fiche.get(),
                    by,
                    new Journal.Handover(false, user.get().getName()));
        }
        return true;
    }

    /** Outcome of passing a structure from one account to another. */
    enum Passing {
        DONE,
        /** The first account does not keep it any more. */
        GONE,
        /** The other one keeps too many. */
        TOO_MANY
    }

    /** Passes a structure from one account to another, in one save. */
    Passing pass(String structure, String from, String to, String by) {
        return ConcurrentEdit.again(() -> stores.author().<Passing>write(Identity.SYSTEM, session -> {
            if (!owned(from).contains(structure)) {
                return Passing.GONE;
            }
            if (!give(session, to, structure, by)) {
                return Passing.TOO_MANY;
            }
            return take(session, from, structure, by) ? Passing.DONE : Passing.GONE;
        }));
    }

    private void note(Session session, Node fiche, String by, Journal.Handover handover) throws RepositoryException {
        Journal.note(session, fiche, clock.instant(), by, handover);
    }

    /** Takes a fiche out of the hands of an account; of one that it wrote itself it stays the author. */
    private static void release(Node fiche, String account) throws RepositoryException {
        if (!Review.author(fiche).equals(account)) {
            AccessControl.removeOwner(fiche, account);
        }
    }

    @Override
    public void forget(Session session, String account) throws RepositoryException {
        Optional<Node> user = Accounts.user(session, account);
        if (user.isEmpty()) {
            return;
        }
        for (String id : Accounts.structures(user.get())) {
            Optional<Node> fiche = Workspace.byId(session, id);
            if (fiche.isPresent()) {
                release(fiche.get(), user.get().getName());
            }
        }
        Accounts.setStructures(user.get(), List.of());
    }

    /** Lets accounts that came with a structure, as those of the demo do, read and write its fiche from the start on. */
    @Override
    public void afterSingletonsInstantiated() {
        openFiches();
    }

    private void openFiches() {
        stores.author().update(Identity.SYSTEM, session -> {
            for (Account account : accounts.all()) {
                for (String id : account.structures()) {
                    Optional<Node> fiche = Fiches.WORKSPACE.nodeById(session, id);
                    if (fiche.isPresent() && !AccessControl.isOwner(fiche.get(), account.name())) {
                        AccessControl.setOwner(fiche.get(), account.name());
                    }
                }
            }
        });
    }

    /** Forgets the structures whose fiche was deleted for good; one in the trash may come back, and is not forgotten. */
    void forgetDeleted(ItemByItem.Round round) {
        openFiches();
        for (Account account : accounts.all()) {
            if (!account.structures().isEmpty()) {
                round.attempt(Workspace.USERS.name() + ":" + account.name(), () -> forgetDeleted(account.name()));
            }
        }
    }

    private void forgetDeleted(String account) {
        ConcurrentEdit.again(() -> stores.author().<Boolean>write(Identity.SYSTEM, session -> {
            Node user = Accounts.user(session, account).orElseThrow();
            List<String> kept = new ArrayList<>();
            for (String id : Accounts.structures(user)) {
                if (Workspace.byId(session, id).isPresent()) {
                    kept.add(id);
                }
            }
            if (kept.size() < Accounts.structures(user).size()) {
                Accounts.setStructures(user, kept);
            }
            return true;
        }));
    }
}
