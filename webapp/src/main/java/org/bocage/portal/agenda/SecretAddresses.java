package org.bocage.portal.agenda;

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
import org.bocage.cms.repository.WritableStore;
import org.bocage.editorial.signedlinks.RandomTokens;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/**
 * The secret by which the calendar of one account reads the internal agenda: 256 random bits, of which the author store keeps a
 * hash alone. Each account has one at most; a new one ends the old one.
 */
@Component
final class SecretAddresses {

    private static final Workspace WORKSPACE = new Workspace("agendas");
    private static final String ACCOUNT = "compte";

    private final WritableStore store;

    /** Secrets are no contents. */
    @Bean
    static ModuleWorkspace addressesOfAgendas() {
        return new ModuleWorkspace(WORKSPACE.name(), ModuleWorkspace.Kind.TECHNICAL);
    }

    SecretAddresses(Stores stores) {
        this.store = stores.author();
        store.update(Identity.SYSTEM, session -> NodeTypes.ensureWorkspace(session, WORKSPACE));
    }

    /** A new secret of an account, told this once. */
    String renew(String account) {
        String secret = RandomTokens.create();
        store.update(Identity.SYSTEM, session -> {
            remove(account, session);
            WORKSPACE
                    .root(session)
                    .addNode(RandomTokens.sha256(secret), "mgnl:contentNode")
                    .setProperty(ACCOUNT, account);
        });
        return secret;
    }

    /** Ends the secret of an account. */
    void end(String account) {
        store.update(Identity.SYSTEM, session -> remove(account, session));
    }

    /** Whether an account has a secret. */
    boolean has(String account) {
        return store.read(Identity.SYSTEM, session -> find(account, session).isPresent());
    }

    /** The account that a secret belongs to. */
    Optional<String> account(String secret) {
        if (!RandomTokens.isOne(secret)) {
            return Optional.empty();
        }
        return store.read(Identity.SYSTEM, session -> {
            Optional<Node> node = WORKSPACE.node(session, "/" + RandomTokens.sha256(secret));
            return node.isPresent()
                    ? Optional.of(node.get().getProperty(ACCOUNT).getString())
                    : Optional.empty();
        });
    }

    private static void remove(String account, Session session) throws RepositoryException {
        Optional<Node> old = find(account, session);
        if (old.isPresent()) {
            old.get().remove();
        }
    }

    private static Optional<Node> find(String account, Session session) throws RepositoryException {
        for (NodeIterator all = WORKSPACE.root(session).getNodes(); all.hasNext(); ) {
            Node one = all.nextNode();
            if (one.hasProperty(ACCOUNT) && one.getProperty(ACCOUNT).getString().equals(account)) {
                return Optional.of(one);
            }
        }
        return Optional.empty();
    }
}
