package org.bocage.portal.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.editorial.mail.Mail;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Responsibilities;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Review;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Actions and resources that name the person of an account, whose own entry carries its mail address: messages go there. */
@Component
@Order(45)
class NamedPersons implements Responsibilities {

    private static final String PERSONS = "personnes";
    private static final String ADDRESS = "contact/courriel";
    private static final int MOST = 500;

    private final Contents contents;
    private final DefinitionRegistry registry;

    NamedPersons(Contents contents, DefinitionRegistry registry) {
        this.contents = contents;
        this.registry = registry;
    }

    /** Field of a type that names somebody. */
    private record Field(ContentType type, String name) {}

    @Override
    public String kind() {
        return "actions";
    }

    @Override
    public List<Responsibility> of(Account account) {
        Optional<String> person = person(account);
        List<Responsibility> named = new ArrayList<>();
        for (Field field : person.isEmpty() ? List.<Field>of() : fields()) {
            ContentQuery naming = ContentQuery.in(field.type().workspace())
                    .where(field.name(), person.get())
                    .notInState(State.ARCHIVE, State.REFUSE)
                    .page(0, MOST);
            named.addAll(contents.find(naming, Identity.SYSTEM, item -> responsibility(field, item))
                    .items());
        }
        return named;
    }

    private static Responsibility responsibility(Field field, Node item) throws RepositoryException {
        return new Responsibility(
                field.type().name() + "/" + field.name() + "/" + item.getIdentifier(),
                Review.title(item),
                String.valueOf(Revisions.number(item)));
    }

    private List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        for (ContentType type : registry.current().contentTypes()) {
            type.properties().stream()
                    .filter(one -> !one.multiple()
                            && one.referenced().filter(PERSONS::equals).isPresent())
                    .forEach(one -> fields.add(new Field(type, one.name())));
        }
        return fields;
    }

    /** Identifier of the entry of a person; empty when there is none with the account's address. */
    private Optional<String> person(Account account) {
        if (!Mail.isAddress(account.email())
                || registry.current().contentType(PERSONS).isEmpty()) {
            return Optional.empty();
        }
        ContentQuery entry =
                ContentQuery.in(PERSONS).where(ADDRESS, account.email()).notInState(State.ARCHIVE, State.REFUSE);
        return contents.find(entry, Identity.SYSTEM, Node::getIdentifier).items().stream()
                .findFirst();
    }

    @Override
    public Optional<String> pass(String id, Account from, Account to, Account by) {
        String[] parts = id.split("/", 3);
        Field field = fields().stream()
                .filter(one -> one.type().name().equals(parts[0]) && one.name().equals(parts[1]))
                .findFirst()
                .orElseThrow();
        Optional<String> successor = person(to);
        if (successor.isEmpty()) {
            return Optional.of("sans-fiche");
        }
        String before = contents.read(
                        field.type(),
                        parts[2],
                        Identity.SYSTEM,
                        item -> item.getProperty(field.name()).getString())
                .orElse("");
        if (!person(from).equals(Optional.of(before))) {
            return Optional.of("parti");
        }
        contents.amend(
                field.type(),
                parts[2],
                new Actor(by.name(), by.displayName(), by.roles()),
                item -> item.setProperty(field.name(), successor.get()));
        return Optional.empty();
    }
}
