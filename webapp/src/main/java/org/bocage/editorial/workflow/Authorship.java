package org.bocage.editorial.workflow;

import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import javax.jcr.Session;

/** The authors of an item: the account that wrote it, and those to which it was given ({@link ItemOwners}). */
public final class Authorship {

    /** Authorship of the account that wrote an item, and of no other. */
    static final Authorship OF_WRITERS = new Authorship(Stream::empty);

    private final Supplier<Stream<ItemOwners>> owners;

    Authorship(Supplier<Stream<ItemOwners>> owners) {
        this.owners = owners;
    }

    /** Whether an account acts as the author of an item. */
    public boolean isAuthor(String account, Node item) throws RepositoryException {
        return isAuthor(account, Review.author(item), item.getIdentifier());
    }

    /** As {@link #isAuthor(String, Node)}, of an item with this author and this identifier. */
    public boolean isAuthor(String account, String author, String id) {
        return account.equals(author)
                || (!account.equals(Actor.CLOCK.name()) && owned(account).contains(id));
    }

    /** Identifiers of the items that were given to an account. */
    public Set<String> owned(String account) {
        return owners.get().flatMap(one -> one.owned(account).stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Names of the accounts to which an item was given. */
    public Set<String> owners(String item) {
        return owners.get().flatMap(one -> one.owners(item).stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** Takes everything that was given to an account, within a save. */
    public void forget(Session session, String account) throws RepositoryException {
        for (ItemOwners one : owners.get().toList()) {
            one.forget(session, account);
        }
    }
}
