package org.bocage.portal.agenda;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.jcr.Node;
import javax.jcr.NodeIterator;
import javax.jcr.Property;
import javax.jcr.RepositoryException;
import org.bocage.cms.definition.DefinitionRegistry;
import org.bocage.cms.definition.type.ContentType;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.cms.repository.state.State;
import org.bocage.cms.search.query.ContentQuery;
import org.bocage.editorial.screens.Contents;
import org.bocage.editorial.security.Account;
import org.bocage.editorial.security.Responsibilities;
import org.bocage.editorial.security.SpokenNames;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Review;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Office hours and other events to come that the person of an account holds, or for which one writes to them. */
@Component
@Order(40)
class HeldEvents implements Responsibilities {

    private static final String EVENTS = "evenements";
    private static final String HOSTS = "organisateurs";
    private static final String HOST = "nom";
    private static final String REGISTRATION = "inscription";
    private static final String WAY = "valeur";
    private static final int AT_ONCE = 500;

    private final Contents contents;
    private final DefinitionRegistry registry;
    private final SpokenNames names;
    private final Clock clock;

    HeldEvents(Contents contents, DefinitionRegistry registry, SpokenNames names, Clock clock) {
        this.contents = contents;
        this.registry = registry;
        this.names = names;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "permanences";
    }

    @Override
    public List<Responsibility> of(Account account) {
        String[] words = names.all(account).toArray(new String[0]);
        ContentQuery naming = ContentQuery.in(EVENTS)
                .notInState(State.ARCHIVE, State.REFUSE)
                .and(new ContentQuery.OneOf(List.of(
                        new ContentQuery.AnyOf(HOSTS + "/" + HOST, List.of(words)),
                        new ContentQuery.AnyOf(REGISTRATION + "/" + WAY, List.of(words)))));
        List<Responsibility> held = new ArrayList<>();
        long total = registry.current().contentType(EVENTS).isEmpty() ? 0 : contents.count(naming, Identity.SYSTEM);
        for (int from = 0; from < total; from += AT_ONCE) {
            contents.find(naming.page(from, AT_ONCE), Identity.SYSTEM, item -> held(item, account)).items().stream()
                    .flatMap(Optional::stream)
                    .forEach(held::add);
        }
        return held;
    }

    private Optional<Responsibility> held(Node event, Account account) throws RepositoryException {
        return isToCome(event) && !places(event, account).isEmpty()
                ? Optional.of(new Responsibility(
                        event.getIdentifier(), Review.title(event), String.valueOf(Revisions.number(event))))
                : Optional.empty();
    }

    private boolean isToCome(Node event) throws RepositoryException {
        Instant now = clock.instant();
        if (event.hasNode("recurrence") || !event.hasProperty("debut")) {
            return true;
        }
        String last = event.hasProperty("fin") ? "fin" : "debut";
        return event.getProperty(last).getDate().toInstant().isAfter(now);
    }

    /** Properties of an event that name the person of an account. */
    private List<Property> places(Node event, Account account) throws RepositoryException {
        List<Property> places = new ArrayList<>();
        if (event.hasProperty(REGISTRATION + "/" + WAY)) {
            places.add(event.getProperty(REGISTRATION + "/" + WAY));
        }
        if (event.hasNode(HOSTS)) {
            for (NodeIterator hosts = event.getNode(HOSTS).getNodes(); hosts.hasNext(); ) {
                Node host = hosts.nextNode();
                if (host.hasProperty(HOST)) {
                    places.add(host.getProperty(HOST));
                }
            }
        }
        List<Property> theirs = new ArrayList<>();
        for (Property place : places) {
            if (names.isOf(place.getString(), account)) {
                theirs.add(place);
            }
        }
        return theirs;
    }

    @Override
    public Optional<String> pass(String id, Account from, Account to, Account by) {
        ContentType type = registry.current().contentType(EVENTS).orElseThrow();
        List<String> words = contents.read(type, id, Identity.SYSTEM, event -> words(event, from))
                .orElse(List.of());
        if (words.isEmpty()) {
            return Optional.of("parti");
        }
        if (words.stream().anyMatch(one -> names.inPlaceOf(one, from, to).isEmpty())) {
            return Optional.of("sans-adresse");
        }
        contents.amend(type, id, new Actor(by.name(), by.displayName(), by.roles()), event -> {
            for (Property place : places(event, from)) {
                place.setValue(names.inPlaceOf(place.getString(), from, to));
            }
        });
        return Optional.empty();
    }

    private List<String> words(Node event, Account account) throws RepositoryException {
        List<String> words = new ArrayList<>();
        for (Property place : places(event, account)) {
            words.add(place.getString());
        }
        return words;
    }
}
