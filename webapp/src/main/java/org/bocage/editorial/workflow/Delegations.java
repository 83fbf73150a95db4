package org.bocage.editorial.workflow;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.RepositoryException;
import javax.jcr.Value;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.NodeTypes;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.WritableStore;
import org.bocage.cms.repository.failures.ConcurrentEdit;

/** Store of review delegations: some themes handed to somebody, from one day to another, both included. */
public final class Delegations {

    private static final Workspace WORKSPACE = new Workspace("delegations");
    private static final String ACCOUNT = "compte";
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final WritableStore store;

    public Delegations(Stores stores) {
        this.store = stores.author();
        store.update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, WORKSPACE));
    }

    /**
     * The review of some themes in somebody's hands.
     *
     * @param account who reviews
     * @param themes identifiers
     * @param from first day
     * @param to last day
     * @param by who decided so
     */
    public record Delegation(String id, String account, Set<String> themes, LocalDate from, LocalDate to, String by) {

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /** All of them, those that are over too, the latest first. */
    public List<Delegation> all() {
        return store.read(Identity.SYSTEM, session -> {
            List<Delegation> all = new ArrayList<>();
            for (NodeIterator nodes = WORKSPACE.root(session).getNodes(); nodes.hasNext(); ) {
                Node node = nodes.nextNode();
                if (node.hasProperty(ACCOUNT)) {
                    all.add(read(node));
                }
            }
            all.sort(Comparator.comparing(Delegation::from).reversed().thenComparing(Delegation::account));
            return all;
        });
    }

    /** The themes in somebody's hands at a moment. */
    Set<String> themes(String account, Instant now) {
        LocalDate day = LocalDate.ofInstant(now, PARIS);
        return all().stream()
                .filter(one -> one.account().equals(account) && one.holds(day))
                .flatMap(one -> one.themes().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The accounts that have one of some themes in their hands at a moment. */
    public Set<String> of(Collection<String> themes, Instant now) {
        LocalDate day = LocalDate.ofInstant(now, PARIS);
        return all().stream()
                .filter(one -> one.holds(day) && one.themes().stream().anyMatch(themes::contains))
                .map(Delegation::account)
                .collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * Puts the review of some themes in somebody's hands.
     *
     * @throws IllegalArgumentException when no theme is given, or the last day comes before the first
     */
    public void entrust(String account, Collection<String> themes, LocalDate from, LocalDate to, String by) {
        if (themes.isEmpty() || to.isBefore(from)) {
            throw new IllegalArgumentException("A delegation has themes, and ends after it begins");
        }
        store.update(Identity.SYSTEM, session -> {
            Node node = WORKSPACE.root(session).addNode(UUID.randomUUID().toString(), "mgnl:contentNode");
            node.setProperty(ACCOUNT, account);
            node.setProperty("themes", themes.toArray(new String[0]));
            node.setProperty("du", from.toString());
            node.setProperty("au", to.toString());
            node.setProperty("par", by);
        });
    }

    /**
     * Passes it from one account to another.
     *
     * @return false when it is not there any more, or not the first account's
     */
    boolean pass(String id, String from, String to) {
        return ConcurrentEdit.again(() -> store.<Boolean>write(Identity.SYSTEM, session -> {
            Optional<Node> node = WORKSPACE.node(session, "/" + id);
            if (node.isEmpty() || !node.get().getProperty(ACCOUNT).getString().equals(from)) {
                return false;
            }
            node.get().setProperty(ACCOUNT, to);
            return true;
        }));
    }

    /** Takes it back; nothing when it is not there any more. */
    public void takeBack(String id) {
        store.update(Identity.SYSTEM, session -> {
            Optional<Node> node = WORKSPACE.node(session, "/" + id);
            if (node.isPresent()) {
                node.get().remove();
            }
        });
    }

    private static Delegation read(Node node) throws RepositoryException {
        Set<String> themes = new LinkedHashSet<>();
        for (Value theme : node.getProperty("themes").getValues()) {
            themes.add(theme.getString());
        }
        return new Delegation(
                node.getName(),
                node.getProperty(ACCOUNT).getString(),
                themes,
                LocalDate.parse(node.getProperty("du").getString()),
                LocalDate.parse(node.getProperty("au").getString()),
                node.getProperty("par").getString());
    }
}
