package org.bocage.portal.privacy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.jcr.Node;
import javax.jcr.Property;
import javax.jcr.PropertyIterator;
import javax.jcr.PropertyType;
import javax.jcr.RepositoryException;
import javax.jcr.Session;
import javax.jcr.Value;
import org.bocage.cms.repository.Identity;
import org.bocage.cms.repository.Stores;
import org.bocage.cms.repository.Workspace;
import org.bocage.cms.repository.maintenance.StoreMaintenance;
import org.bocage.cms.repository.revisions.Revisions;
import org.bocage.editorial.mail.Outbox;
import org.bocage.editorial.security.Accounts;
import org.bocage.editorial.security.Roles;
import org.bocage.editorial.workflow.Actor;
import org.bocage.editorial.workflow.Authorship;
import org.bocage.portal.privacy.PersonRequests.Gesture;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Data held on a person, known by their mail address: told, and erased but for what the law asks to keep. */
@Component
class PersonalData {

    private static final String PROPOSED_BY = "proposePar";

    private final Stores stores;
    private final Accounts accounts;
    private final Outbox outbox;
    private final PersonRequests requests;
    private final MessageSource messages;
    private final Roles roles;
    private final Authorship authorship;
    private final StoreMaintenance maintenance;
    private final List<ErasedPeople> told;

    PersonalData(
            Stores stores,
            Accounts accounts,
            Outbox outbox,
            PersonRequests requests,
            MessageSource messages,
            Roles roles,
            Authorship authorship,
            StoreMaintenance maintenance,
            List<ErasedPeople> told) {
        this.told = told;
        this.stores = stores;
        this.accounts = accounts;
        this.outbox = outbox;
        this.requests = requests;
        this.messages = messages;
        this.roles = roles;
        this.authorship = authorship;
        this.maintenance = maintenance;
    }

    /** All that carries the address. */
    List<PersonalDataFinding> find(String email, Actor by) {
        PersonalDataFindings traces = traces(email, by);
        List<PersonalDataFinding> found =
                new ArrayList<>(stores.author().read(Identity.SYSTEM, session -> traces.told(traces.spots(session))));
        Set<String> known = found.stream().map(PersonalDataFinding::id).collect(Collectors.toSet());
        stores.published().read(Identity.SYSTEM, session -> traces.told(traces.spots(session))).stream()
                .filter(trace -> !known.contains(trace.id()))
                .forEach(found::add);
        return found;
    }

    /** Contents that carry the address in the version on line, whatever the one in preparation says. */
    private Set<String> online(PersonalDataFindings traces) {
        return stores.published().read(Identity.SYSTEM, session -> {
            Set<String> ids = new HashSet<>();
            for (PersonalDataFindings.Spot spot : traces.spots(session)) {
                ids.add(spot.id());
            }
            return ids;
        });
    }

    /** The same, and notes that somebody looked, or took it away. */
    List<PersonalDataFinding> find(String email, Actor by, Gesture gesture) {
        List<PersonalDataFinding> found = find(email, by);
        requests.note(gesture, email, by.name(), found.size());
        return found;
    }

    /**
     * Data of a person who asks for it themselves, with a note that it was given: what is addressed to them or by them. Texts of others
     * that mention them are told by whoever answers for the portal, and mails and links are theirs already.
     */
    List<PersonalDataFinding> ofOneself(String email, Actor by) {
        PersonalDataFindings traces = traces(email, by);
        List<PersonalDataFinding> found =
                stores.author().read(Identity.SYSTEM, session -> traces.told(traces.spotsOfTheirOwn(session)));
        requests.note(Gesture.GIVEN, email, by.name(), found.size());
        return found;
    }

    private PersonalDataFindings traces(String email, Actor by) {
        boolean administers = roles.administer(by.roles());
        return new PersonalDataFindings(email, account -> administers && !account.equals(by.name()));
    }

    /**
     * Erases what may go: within one save of the author store, and on line.
     *
     * @return what was there, each with what became of it
     */
    List<PersonalDataFinding> erase(String email, Actor by) {
        PersonalDataFindings traces = traces(email, by);
        List<PersonalDataFinding> before = find(email, by);
        List<String> closing = new ArrayList<>();
        Set<String> online = online(traces);
        maintenance.erase(() -> stores.author().update(Identity.SYSTEM, session -> {
            Set<String> gone = new HashSet<>();
            for (PersonalDataFindings.Spot spot : traces.spots(session)) {
                if (gone.contains(spot.id())) {
                    continue;
                }
                switch (traces.fate(spot)) {
                    case GOES, GOES_OFF_LINE -> {
                        remove(session, spot.whole());
                        gone.add(spot.id());
                    }
                    case LOSES_PERSON -> {
                        Node whole = spot.whole();
                        UnaryOperator<String> forgetting = forgetting(spot, traces);
                        withoutPerson(spot, forgetting);
                        Revisions.rewrite(session, whole.getIdentifier(), forgetting);
                    }
                    case CLOSES -> {
                        authorship.forget(session, spot.whole().getName());
                        closing.add(spot.whole().getName());
                        spot.whole().setProperty("email", "");
                        spot.whole().setProperty("title", say("somebody"));
                    }
                    case STAYS, STAYS_OPEN -> {}
                }
                online.remove(spot.id());
            }
            for (ErasedPeople one : told) {
                one.erased(session, email);
            }
            for (String id : online) {
                Revisions.rewrite(session, id, text -> traces.without(text, say("no-address")));
            }
        }));
        closing.forEach(account -> accounts.setEnabled(account, false));
        requests.note(Gesture.ERASED, email, by.name(), before.size());
        return before;
    }

    private void remove(Session session, Node whole) throws RepositoryException {
        if (Workspace.of(whole).name().equals("mails")) {
            outbox.forget(whole);
        } else {
            Revisions.forget(session, whole.getIdentifier());
            whole.remove();
        }
    }

    /** Returns the function that removes from a text the address and, of a proposer, all that they said of themselves. */
    private UnaryOperator<String> forgetting(PersonalDataFindings.Spot spot, PersonalDataFindings traces)
            throws RepositoryException {
        List<String> words = new ArrayList<>();
        if (spot.holder().getName().equals(PROPOSED_BY)) {
            for (PropertyIterator all = spot.holder().getProperties(); all.hasNext(); ) {
                Property property = all.nextProperty();
                if (property.getType() == PropertyType.STRING
                        && property.getName().indexOf(':') < 0) {
                    words.add(PersonalDataFindings.text(property));
                }
            }
        }
        words.removeIf(String::isBlank);
        String somebody = say("somebody");
        String noAddress = say("no-address");
        return text -> {
            String forgotten = traces.without(text, noAddress);
            for (String word : words) {
                forgotten = forgotten.replace(word, somebody);
            }
            return forgotten;
        };
    }

    /** The part that tells who proposed a content keeps that somebody did; elsewhere the address alone goes. */
    private void withoutPerson(PersonalDataFindings.Spot spot, UnaryOperator<String> forgetting)
            throws RepositoryException {
        Node holder = spot.holder();
        if (holder.getName().equals(PROPOSED_BY)) {
            for (PropertyIterator all = holder.getProperties(); all.hasNext(); ) {
                Property property = all.nextProperty();
                if (property.getName().indexOf(':') < 0) {
                    property.remove();
                }
            }
            holder.setProperty("nom", say("somebody"));
            return;
        }
        for (String name : spot.properties()) {
            Property property = holder.getProperty(name);
            if (property.isMultiple()) {
                List<String> texts = new ArrayList<>();
                for (Value value : property.getValues()) {
                    texts.add(forgetting.apply(value.getString()));
                }
                property.setValue(texts.toArray(new String[0]));
            } else {
                String text = forgetting.apply(property.getString());
                property.setValue(text.equals(say("no-address")) ? "" : text);
            }
        }
    }

    private String say(String key) {
        return messages.getMessage("privacy." + key, new Object[0], Locale.FRENCH);
    }
}
