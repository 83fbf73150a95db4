package org.bocage.portal.contact;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Responsibilities;
import org.bocage.editorial.security.SpokenNames;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Review;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Messages that somebody sees to, and that were not answered yet. */
@Component
@Order(25)
class AssignedMessages implements Responsibilities {

    private static final String WHO = "assigne";
    private static final String FOLLOWED = "suivi";
    private static final int MOST = 500;

    private final Contents contents;
    private final DefinitionRegistry registry;
    private final SpokenNames names;

    AssignedMessages(Contents contents, DefinitionRegistry registry, SpokenNames names) {
        this.contents = contents;
        this.registry = registry;
        this.names = names;
    }

    @Override
    public String kind() {
        return "messages";
    }

    @Override
    public Set<String> workspaces() {
        return Set.of(Letters.MESSAGES.name());
    }

    private Optional<ContentType> type() {
        return registry.current().contentType(Letters.MESSAGES.name());
    }

    @Override
    public List<Responsibility> of(Account account) {
        ContentQuery open = ContentQuery.in(Letters.MESSAGES.name())
                .where(FOLLOWED, "nouveau", "en-cours")
                .where(WHO, names.all(account).toArray(new String[0]))
                .page(0, MOST);
        return type().isEmpty()
                ? List.of()
                : contents.find(open, Identity.SYSTEM, AssignedMessages::responsibility)
                        .items();
    }

    private static Responsibility responsibility(Node message) throws RepositoryException {
        return new Responsibility(
                message.getIdentifier(), Review.title(message), String.valueOf(Revisions.number(message)));
    }

    @Override
    public Optional<String> pass(String id, Account from, Account to, Account by) {
        ContentType type = type().orElseThrow();
        String who =
                contents.read(type, id, Identity.SYSTEM, AssignedMessages::who).orElse("");
        if (!names.isOf(who, from)) {
            return Optional.of("parti");
        }
        if (!contents.mayAdd(type, to.identity())) {
            return Optional.of("role-contenu");
        }
        contents.amend(
                type,
                id,
                new Actor(by.name(), by.displayName(), by.roles()),
                message -> message.setProperty(WHO, names.inPlaceOf(who, from, to)));
        return Optional.empty();
    }

    private static String who(Node message) throws RepositoryException {
        return message.hasProperty(WHO) ? message.getProperty(WHO).getString() : "";
    }
}
