package org.bocage.editorial.workflow;

import java.time.Clock;
import java.util.ArrayList;
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
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.search.ContentIndexes;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.cms.search.query.Hits;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Responsibilities;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The accounts that wrote items: which those of an account are, and how another account becomes the author of one. */
@Component
public class ItemAuthors {

    private static final int AT_ONCE = 500;

    private final Stores stores;
    private final ContentIndexes indexes;
    private final Authorship authorship;
    private final ObjectProvider<Responsibilities> kinds;
    private final Clock clock;

    ItemAuthors(
            Stores stores,
            ContentIndexes indexes,
            Authorship authorship,
            ObjectProvider<Responsibilities> kinds,
            Clock clock) {
        this.stores = stores;
        this.indexes = indexes;
        this.authorship = authorship;
        this.kinds = kinds;
        this.clock = clock;
    }

    /**
     * Returns the responsibilities of the authors of some items. Items of a kind with a workspace of its own are in no other kind.
     *
     * @param kind {@link Responsibilities#kind}
     */
    public Responsibilities responsibilities(String kind, ContentQuery items) {
        return new Written(kind, items);
    }

    private final class Written implements Responsibilities {

        private final String kind;
        private final ContentQuery items;

        private Written(String kind, ContentQuery items) {
            this.kind = kind;
            this.items = items;
        }

        @Override
        public String kind() {
            return kind;
        }

        @Override
        public Set<String> workspaces() {
            return items.workspace().isEmpty() ? Set.of() : Set.of(items.workspace());
        }

        @Override
        public List<Responsibility> of(Account account) {
            ContentQuery theirs = items.where(Review.AUTHOR, account.name());
            Set<String> others = workspaces().isEmpty() ? ofOneKind() : Set.of();
            long total =
                    indexes.author().find(theirs.page(0, 0), Identity.SYSTEM).total();
            List<Responsibility> all = new ArrayList<>();
            for (int from = 0; from < total; from += AT_ONCE) {
                List<Hits.Hit> hits = indexes.author()
                        .find(theirs.page(from, AT_ONCE), Identity.SYSTEM)
                        .hits();
                all.addAll(read(hits, others, account));
            }
            return all;
        }

        @Override
        public Optional<String> pass(String id, Account from, Account to, Account by) {
            return ItemAuthors.this.pass(id, from, to, by);
        }
    }

    private Set<String> ofOneKind() {
        return kinds.stream().flatMap(one -> one.workspaces().stream()).collect(Collectors.toSet());
    }

    private List<Responsibilities.Responsibility> read(List<Hits.Hit> hits, Set<String> others, Account account) {
        return stores.author().read(Identity.SYSTEM, session -> {
            List<Responsibilities.Responsibility> read = new ArrayList<>();
            for (Hits.Hit hit : hits) {
                Optional<Node> item = others.contains(hit.workspace())
                        ? Optional.empty()
                        : new Workspace(hit.workspace()).nodeById(session, hit.id());
                if (item.isPresent() && Review.author(item.get()).equals(account.name())) {
                    read.add(new Responsibilities.Responsibility(
                            hit.id(), Review.title(item.get()), String.valueOf(Revisions.number(item.get()))));
                }
            }
            return read;
        });
    }

    /** Makes another account the author of an item; it reads and writes it from then on, as a draft too. */
    private Optional<String> pass(String id, Account from, Account to, Account by) {
        return ConcurrentEdit.again(() -> stores.author().<Optional<String>>write(Identity.SYSTEM, session -> {
            Optional<Node> item = Workspace.byId(session, id);
            if (item.isEmpty() || !Review.author(item.get()).equals(from.name())) {
                return Optional.of("parti");
            }
            if (!writes(to, Workspace.of(item.get()))) {
                return Optional.of("role-contenu");
            }
            pass(session, item.get(), from.name(), to.name(), by.name());
            return Optional.empty();
        }));
    }

    /** Whether the roles of an account let it write contents where an item lies. */
    private boolean writes(Account account, Workspace workspace) {
        return stores.author()
                .read(
                        account.identity(),
                        session -> session.hasPermission("/" + workspace.name() + "/x", Session.ACTION_ADD_NODE));
    }

    private void pass(Session session, Node item, String from, String to, String by) throws RepositoryException {
        item.setProperty(Review.AUTHOR, to);
        AccessControl.setOwner(item, to);
        if (!authorship.owners(item.getIdentifier()).contains(from)) {
            AccessControl.removeOwner(item, from);
        }
        Journal.note(session, item, clock.instant(), by, new Journal.Handover(true, to));
    }
}
